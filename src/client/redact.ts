/** Hides secrets by their value. */
export type Redact = (text: string) => string;

/**
 * A function that hides these secrets wherever they stand in a text, as they are or as an address would hold them.
 * Servers echo what they are sent, so this is for everything of an answer that ends in an error or a trace.
 */
export function createRedact(secrets: readonly (string | undefined)[]): Redact {
  const hidden = secrets
    .flatMap((secret) => (secret ? [secret, encodeURIComponent(secret)] : []))
    .sort((a, b) => b.length - a.length);
  return (text) => hidden.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
}
