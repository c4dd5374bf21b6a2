// Checks that i18next finds in its own files what the service reads from them. Takes a file with cases: a locale, a resource, a key,
// options, and the text of the service. Logs every difference; exits with 1 if there is one.
//
//     node resolve.mjs cases.json

import { readFile } from 'node:fs/promises';
import i18next from 'i18next';

const cases = JSON.parse(await readFile(process.argv[2], 'utf8'));
let differences = 0;
for (const { locale, resource, key, options, text } of cases) {
  const client = i18next.createInstance();
  await client.init({ lng: locale, resources: { [locale]: { translation: resource } }, interpolation: { escapeValue: false } });
  const found = client.t(key, options);
  if (found !== text) {
    differences++;
    console.log(`${locale} ${key} ${JSON.stringify(options)}\n  ${found}\n  ${text}`);
  }
}
console.log(`${cases.length - differences} of ${cases.length} texts the same`);
process.exit(differences === 0 ? 0 : 1);
