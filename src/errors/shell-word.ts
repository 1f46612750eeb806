/**
 * A text as one word for a shell, such as the name of a file in a command that is offered: whoever chose the name must
 * not choose a second command with it (POSIX, "Single-Quotes": nothing but the quote itself ends one).
 */
export const shellWord = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
