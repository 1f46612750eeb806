const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether `text` is a GUID in its hyphenated form, the only form the API's paths take. */
export const isGuid = (text: string): boolean => GUID.test(text);
