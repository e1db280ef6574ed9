/** Files that belong to no annotation format, by a name that says nothing. */
export const strangers: Readonly<Record<string, string | Uint8Array>> = {
  'an empty file': '',
  'a line of prose': 'The ferry leaves at noon\n',
  'a letter':
    'Dear reader\n\nNothing here is labeled. It rains; the ferry is late.\nWe wait\n\nYours\n',
  'a web page':
    '<!doctype html>\n<html><head><title>Hi</title></head><body><p>Hi</p></body></html>',
  'an empty object': '{}',
  'an empty list': '[]',
  'a number': '42',
  'a manifest': '{\n  "name": "ferry",\n  "version": "1.0.0",\n  "dependencies": {}\n}\n',
  'a list of numbers': '[1, 2, 3]\n',
  'a program': 'export function add(a, b) {\n  return a + b\n}\n',
  'an image': Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
  ]),
  'an archive': Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0, 8, 0, 0xff, 0xfe, 0, 0]),
}
