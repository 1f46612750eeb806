/** How many bytes a secret may have: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
const BYTES_MIN = 24;
const BYTES_MAX = 64;

/** Whether webhooks can be signed with a text: `whsec_` and the base64 of 24 to 64 bytes. */
export function isWebhookSecret(text: string): boolean {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1];
  if (encoded === undefined || encoded.length % 4 !== 0) return false;
  const padding = encoded.endsWith('==') ? 2 : Number(encoded.endsWith('='));
  const bytes = (encoded.length / 4) * 3 - padding;
  return bytes >= BYTES_MIN && bytes <= BYTES_MAX;
}
