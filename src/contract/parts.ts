import * as v from 'valibot';

/** A field that may be missing or null: the API leaves out what does not apply yet. */
export const maybe = <S extends v.GenericSchema>(schema: S) => v.nullish(schema);

/** ISO 8601 as the API writes it: usually `Z`, sometimes an offset, sometimes neither (then UTC). Kept as it came. */
export const Timestamp = v.string();

/** Any key, and values that may be numbers, strings, booleans, lists or nested objects. */
export const OpenMap = v.looseObject({});

/** A size, rate or duration as the server words it, in its own language: "2.3 GB", "15 minutes 33 seconds". */
export const DisplayText = v.string();

/** A number that counts something the job works on. */
export const Count = v.number();

/** A share from 0 to 100. */
export const Percentage = v.number();

/** A share from 0 to 1. */
export const Fraction = v.number();
