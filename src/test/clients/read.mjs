// Prints what a library finds in a file of translators, as JSON: the texts by key. The forms of a plural are a list.
//
//     node read.mjs po|xliff12|xliff FILE

import { readFile } from 'node:fs/promises';
import { po } from 'gettext-parser';
import { xliff12ToJs, xliff2js } from 'xliff';

const readers = {
  po(bytes) {
    const { translations } = po.parse(bytes);
    const entries = Object.entries(translations).flatMap(([context, messages]) =>
      Object.values(messages).map(({ msgstr }) => [context, msgstr]));
    return entries.filter(([context]) => context !== '');
  },
  xliff12: async (bytes) => units(await xliff12ToJs(bytes.toString('utf8'))),
  xliff: async (bytes) => units(await xliff2js(bytes.toString('utf8'))),
};

function units({ resources }) {
  // A unit of XLIFF 2 has a technical id, and the key as its name.
  return Object.values(resources).flatMap((file) => Object.entries(file)
    .map(([id, { target, additionalAttributes }]) => [additionalAttributes?.name ?? id, [target]]));
}

const [, , format, file] = process.argv;
console.log(JSON.stringify(Object.fromEntries(await readers[format](await readFile(file)))));
