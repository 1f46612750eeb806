/** A target and its parameters (RFC 8288, section 3); what is quoted may hold commas. */
const LINK = /<([^<>]*)>((?:[^,"]|"[^"]*")*)/g;

/** A parameter: its name, and its value in quotes or without. */
const PARAMETER = /;\s*([\w-]+)\s*(?:=\s*(?:"([^"]*)"|([^\s;"]*)))?/g;

/** No header is longer. */
const CHARS_MAX = 8_192;

/** The address that a `Link` header names with a relation, against the address that was asked. */
export function linkTarget(
  header: string | undefined,
  relation: string,
  asked: URL,
): string | undefined {
  const links = (header ?? '').slice(0, CHARS_MAX).matchAll(LINK);
  for (const [, target = '', parameters = ''] of links) {
    const isMeant = relationsOf(parameters).includes(relation);
    if (isMeant && URL.canParse(target, asked.href)) return new URL(target, asked).href;
  }
  return undefined;
}

/** Only the first `rel` counts. */
function relationsOf(parameters: string): string[] {
  for (const [, name, quoted, plain = ''] of parameters.matchAll(PARAMETER)) {
    if (name?.toLowerCase() === 'rel') return (quoted ?? plain).toLowerCase().split(/\s+/);
  }
  return [];
}
