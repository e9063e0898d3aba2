/** A field of a form that holds a value, by the way that leads to it. */
export interface Leaf {
  path: (string | number)[];
  value: string | number | boolean;
}

/** Ids are opaque and read by nobody. */
const HIDDEN = /^(id|\w+Id)$/;

/** The object of a form's text; nothing that is no object is a form. */
export function formOf(text: string): Record<string, unknown> {
  const read: unknown = JSON.parse(text);
  return typeof read === 'object' && read !== null && !Array.isArray(read)
    ? (read as Record<string, unknown>)
    : {};
}

/** The fields of a form that hold a value a person can read, in the order in which they stand. */
export function leavesOf(form: unknown, path: (string | number)[] = []): Leaf[] {
  if (Array.isArray(form)) return form.flatMap((value, place) => leavesOf(value, [...path, place]));
  if (typeof form === 'object' && form !== null) {
    return Object.entries(form).flatMap(([key, value]) =>
      HIDDEN.test(key) ? [] : leavesOf(value, [...path, key]),
    );
  }
  const isValue = typeof form === 'string' || typeof form === 'number' || typeof form === 'boolean';
  return isValue ? [{ path, value: form }] : [];
}
