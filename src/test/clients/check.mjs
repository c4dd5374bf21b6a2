// Checks that the libraries of apps print what the service prints. Fetches the bundles of a catalog in every locale, renders each
// text with several arguments, and compares it with the text of the service. Logs every difference; exits with 1 if there is one.
//
//     node check.mjs http://127.0.0.1:8080 exchange

import i18next from 'i18next';
import HttpBackend from 'i18next-http-backend';
import { IntlMessageFormat } from 'intl-messageformat';
import { TYPE, parse } from '@formatjs/icu-messageformat-parser';

const [base, catalog] = process.argv.slice(2);
const root = `${base}/v1/catalogs/${catalog}`;
const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 100, 111, 999, 1000000, -5, 2.5, 1234, 12345, 1234567.891];
const STRINGS = ['', '<b>{{x}}</b> $t(y) {0} \'', 'symbol'];
const CONTEXTS = ['one', 'other', 'zero', 'unlisted'];
const MOST_AT_ONCE = 500;

let differences = 0;
for (const { locale } of (await json(root)).locales) {
  const messages = await allMessages(locale);
  const questions = messages.flatMap(message => samples(message).map(args => ({ key: message.key, args })));
  const answers = await rendered(locale, questions);
  for (const client of [await formatJs(locale), await i18n(locale, messages)]) {
    let exact = 0;
    let needless = new Set(client.lossy);
    questions.forEach(({ key, args }, i) => {
      const text = client.print(key, args);
      if (text === answers[i]) {
        exact++;
      } else if (client.lossy.has(key)) {
        needless.delete(key);
      } else {
        differences++;
        console.log(`${client.name} ${locale} ${key} ${JSON.stringify(args)}\n  ${text}\n  ${answers[i]}`);
      }
    });
    console.log(`${client.name} ${locale}: ${exact} of ${questions.length} texts the same, ${client.lossy.size} keys lossy`
        + (needless.size ? `, of which these printed the same: ${[...needless].join(' ')}` : ''));
  }
}
process.exit(differences === 0 ? 0 : 1);

async function json(url, options) {
  const answer = await fetch(url, options);
  if (!answer.ok) {
    throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  }
  return answer.json();
}

async function allMessages(locale) {
  const messages = [];
  let cursor = '';
  do {
    const page = await json(`${root}/messages?locale=${locale}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    messages.push(...page.messages);
    cursor = page.next;
  } while (cursor);
  const { messages: patterns } = await json(`${root}/bundles/${locale}`);
  return messages.map(message => ({ ...message, chosen: chosen(patterns[message.key]) }));
}

/** Returns what an app knows of a text: the counted argument, the selecting argument, and its possible values. */
function chosen(pattern) {
  const chosen = { words: {} };
  const walk = elements => elements.forEach(it => {
    if (it.type === TYPE.plural && !chosen.count) {
      chosen.count = it.value;
      chosen.ordinal = it.pluralType === 'ordinal';
    } else if (it.type === TYPE.select) {
      chosen.context ??= it.value;
      chosen.words[it.value] = [...(chosen.words[it.value] ?? []), ...Object.keys(it.options), ...CONTEXTS];
    }
    Object.values(it.options ?? {}).forEach(option => walk(option.value));
  });
  try {
    walk(parse(pattern, { ignoreTag: true }));
  } catch {
    return chosen; // FormatJS cannot parse it: the key is lossy, or the difference will show
  }
  return chosen;
}

function samples(message) {
  if (message.samples) {
    return message.samples;
  }
  const words = Object.values(message.chosen.words).flatMap(it => it);
  const most = message.arguments.length === 0 ? 1 : Math.max(NUMBERS.length, words.length);
  return Array.from({ length: most }, (none, i) => Object.fromEntries(message.arguments.map(({ name, type, example }) => {
    const strings = message.chosen.words[name] ?? [example, ...STRINGS];
    return [name, type === 'number' ? NUMBERS[i % NUMBERS.length] : strings[i % strings.length]];
  })));
}

async function rendered(locale, questions) {
  const texts = [];
  for (let i = 0; i < questions.length; i += MOST_AT_ONCE) {
    const answer = await json(`${root}/render`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ locale, messages: questions.slice(i, i + MOST_AT_ONCE) }),
    });
    texts.push(...answer.messages.map(it => it.text));
  }
  return texts;
}

async function lossy(url) {
  const header = (await fetch(url)).headers.get('Parlance-Lossy') ?? '';
  return new Set(Array.from(header.matchAll(/"([^"]*)"/g), it => it[1])); // RFC 8941: a list of strings
}

async function formatJs(locale) {
  const url = `${root}/bundles/${locale}?format=formatjs`;
  const texts = await json(url);
  return {
    name: 'formatjs',
    lossy: await lossy(url),
    print: (key, args) => printed(() => new IntlMessageFormat(texts[key], locale).format(args)),
  };
}

/** A lossy text may need a feature that FormatJS rejects. */
function printed(print) {
  try {
    return print();
  } catch (error) {
    return `${error}`;
  }
}

async function i18n(locale, messages) {
  const client = i18next.createInstance();
  await client.use(HttpBackend).init({
    lng: locale,
    fallbackLng: false,
    load: 'currentOnly',
    ns: [catalog],
    defaultNS: catalog,
    interpolation: { escapeValue: false },
    backend: { loadPath: `${base}/v1/catalogs/{{ns}}/bundles/{{lng}}?format=i18next` },
  });
  const byKey = new Map(messages.map(it => [it.key, it.chosen]));
  return {
    name: 'i18next',
    lossy: await lossy(`${root}/bundles/${locale}?format=i18next`),
    print: (key, args) => {
      const { count, ordinal, context } = byKey.get(key);
      const taken = count !== 'count' && 'count' in args;
      const { [count]: number, ...others } = args;
      return client.t(key, {
        replace: count === undefined || taken ? args : { ...others, count: number },
        ...(count === undefined ? {} : { count: number, ordinal }),
        ...(context === undefined ? {} : { context: args[context] }),
      });
    },
  };
}
