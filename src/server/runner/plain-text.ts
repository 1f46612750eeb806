/*
 * Control codes as patterns over one line; see ECMA-48 §5. A string (OSC, DCS, …) ends with its line at the latest.
 * They are made from text, so that no control character stands in the source.
 */
const CSI = String.raw`(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?`;
const OSC = String.raw`(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?`;
const STRING = String.raw`(?:\u001b[PX^_]|[\u0090\u0098\u009e\u009f])[^\u001b\u009c]*(?:\u001b\\|\u009c)?`;
const SHORT = String.raw`\u001b[ -/]*[0-~]?`;
const CONTROL = String.raw`[\u0000-\u0008\u000a-\u001f\u007f-\u009f]`;

const NOTEWORTHY = new RegExp(CONTROL);
const REMOVED = new RegExp([CSI, OSC, STRING, SHORT, CONTROL].join('|'), 'g');

/** A line as text alone: colours, cursor movements, titles and every other control code but the tab are taken out. */
export const plainText = (line: string): string =>
  NOTEWORTHY.test(line) ? line.replace(REMOVED, '') : line;
