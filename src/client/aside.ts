/** The most that is read of a body nobody asked for, an error's or a redirect's: enough for an explanation. */
export const ASIDE_BYTES_MAX = 65_536;
