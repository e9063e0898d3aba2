// Every key is in every language, every key is used, and every placeholder is in every translation.
// That each used key exists is checked by the compiler (`src/i18n.ts`).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCALES = ['zh-CN', 'en'];

function flatten(tree, prefix = '') {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(join('src', 'gql')))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

/** Keys that stand in quotes are used, and so are all that fit a template such as `role.${role}`. */
function usedBy(source) {
  const quoted = new Set([...source.matchAll(/'([a-zA-Z]+(?:\.[\w-]+)+)'/g)].map(([, key]) => key));
  const templates = [...source.matchAll(/`([a-zA-Z]+\.(?:[^`$]|\$\{[^`]*\})*)`/g)]
    .map(([, template]) => template.split(/\$\{[^}]*\}/))
    .filter((parts) => parts.length > 1)
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w-]+')}$`));
  return (key) => quoted.has(key) || templates.some((template) => template.test(key));
}

const placeholders = (text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort().join(' ');

const locales = Object.fromEntries(
  LOCALES.map((name) => [name, new Map(flatten(JSON.parse(readFileSync(`locales/${name}.json`, 'utf8'))))]),
);
const keys = new Set(LOCALES.flatMap((name) => [...locales[name].keys()]));
const isUsed = usedBy(sources('src'));
const faults = [];
for (const key of keys) {
  const texts = LOCALES.map((name) => locales[name].get(key));
  LOCALES.forEach((name, index) => texts[index] || faults.push(`${name}: no text for ${key}`));
  if (new Set(texts.map((text) => placeholders(text ?? ''))).size > 1) faults.push(`${key}: placeholders differ`);
  if (!isUsed(key)) faults.push(`${key}: not used`);
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${keys.size} texts in ${LOCALES.length} languages`);
