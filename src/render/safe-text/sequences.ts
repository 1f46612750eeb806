/*
 * The control sequences of ECMA-48 in their 7-bit and 8-bit (C1) forms, as sources of patterns with the flag u.
 * They match code points: a parser of bytes would take the last byte of "✳" (E2 9C B3) for a string's end.
 */

const CSI = String.raw`(?:\x1b\[|\x9b)`;

/** Select Graphic Rendition: colour and weight. Its parameters are captured. */
export const COLOUR = `${CSI}([0-9;]*)m`;

/** All other whole sequences that are not strings. An ESC that begins none of them is an ordinary control character. */
export const SEQUENCE = [
  `${CSI}[0-?]*[ -/]*[@-~]`,
  String.raw`\x1b[ -/]+[0-~]`,
  String.raw`\x1b[0-OQ-WYZ\\\x60-~]`,
].join('|');

/**
 * OSC, DCS, SOS, PM and APC up to their end, which is captured. Without an end the string stops at the line's end,
 * at a character that cancels it, or after 4,096 code points.
 */
export const OSC = String.raw`(?:\x1b\]|\x9d)[^\x07\x18\x1a\x1b\x9c\n]{0,4096}(\x07|\x1b\\|\x9c)?`;
export const OTHER_STRING = String.raw`(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x18\x1a\x1b\x9c\n]{0,4096}(\x1b\\|\x9c)?`;

/** A sequence, for looking back whether a letter is only the end of one. */
export const PASSED_SEQUENCE = String.raw`(?:${CSI}[0-?]*|\x1b)[ -/]*[0-~]`;

/** Stands for a string that did not end. */
export const OPEN_STRING = '<ESC...>';
