/** One text that tries to do something to the terminal or the eye of its reader. */
interface Payload {
  name: string;
  text: string;
}

const payload = (name: string, text: string): Payload => ({ name, text });

/** 36 texts as a hostile job could report them: each does something when it is printed as it is. */
export const hostileCorpus: readonly Payload[] = [
  payload('CSI that clears the screen and writes another', 'ok\x1b[2J\x1b[HFAKE'),
  payload('CSI that moves up over earlier lines', 'ok\x1b[3A\x1b[2KFAKE'),
  payload('CSI that asks for the cursor, so that the answer is typed', 'ok\x1b[6n'),
  payload('CSI that asks for the attributes', 'ok\x1b[c\x1b[>c'),
  payload('CSI that switches to the alternate screen', 'ok\x1b[?1049hFAKE'),
  payload('CSI that hides the cursor and reports the mouse', 'ok\x1b[?25l\x1b[?1003h'),
  payload('OSC 0 that sets the title', 'ok\x1b]0;pwned\x07 done'),
  payload(
    'OSC 8 that hides a link',
    '\x1b]8;;https://evil.example\x1b\\safe.example\x1b]8;;\x1b\\',
  ),
  payload('OSC 52 that writes the clipboard', 'ok\x1b]52;c;cm0gLXJmIH4K\x07'),
  payload('OSC without an end', 'ok\x1b]0;pwned and the rest of it'),
  payload('OSC that is interrupted', 'ok\x1b]0;pwned\x1b[31mred\x18 more'),
  payload('DCS that asks for a setting', 'ok\x1bP$qm\x1b\\'),
  payload('DCS without an end', 'ok\x1bP1$r and the rest of it'),
  payload('APC', 'ok\x1b_Gf=32;AAAA\x1b\\ done'),
  payload('PM', 'ok\x1b^private\x1b\\ done'),
  payload('SOS', 'ok\x1bXstring\x1b\\ done'),
  payload('C1 CSI', 'ok\u009b2J\u009b6n'),
  payload('C1 OSC', 'ok\u009d0;pwned\u009c done'),
  payload('C1 DCS', 'ok\u0090$qm\u009c done'),
  payload('C1 SOS, PM, APC', 'ok\u0098a\u009c\u009eb\u009c\u009fc\u009c done'),
  payload('C1 index, next line, reverse index', 'a\u0084b\u0085c\u008dd'),
  payload('ESC that resets the terminal', 'ok\x1bcFAKE'),
  payload('ESC alone, at the end and before a letter that is none', 'ok\x1b\x1bé\x1b'),
  payload('ESC that changes the character set', 'ok\x1b(0lqqk\x1b%@'),
  payload('CSI without an end', 'ok\x1b[31;1'),
  payload('CR that writes over the line', 'rm -rf /\recho hello'),
  payload('BS that writes over the line', 'evil\b\b\b\bgood'),
  payload('BEL, NUL, DEL, VT and FF', 'a\x07b\x00c\x7fd\x0be\x0cf'),
  payload(
    'all characters of Bidi_Control',
    'a\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069b',
  ),
  payload('zero-width characters', 'a\u200bb\u2060c\ufeffd \u200c\u200d e\u2063f'),
  payload('line and paragraph separators', 'a\u2028b\u2029c'),
  payload(
    'tags and variation selectors that spell another text',
    'a\u{e0001}\u{e0072}\u{e007f}b \u{e0101}\u{e0102}',
  ),
  payload('lone surrogates', 'a\ud800b\udc00c\ud83d'),
  payload('SGR that conceals and blinks', '\x1b[8mhidden\x1b[28m \x1b[5;6;7mblink\x1b[0m'),
  payload(
    'SGR with the colour of its background',
    '\x1b[31;41mhidden\x1b[38;5;16;40mtoo\x1b[48;5;9;38;5;9mthree',
  ),
  payload(
    'SGR that never ends, colons and far too many numbers',
    `\x1b[1;31mred\x1b[4:3m\x1b[${'1;'.repeat(300)}m`,
  ),
];
