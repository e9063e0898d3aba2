import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/** Letters a reader would see: text belongs in locales/, not between tags. */
const plainText = 'JSXText[value=/[A-Za-z\\u4e00-\\u9fff]/]';
const chinese = "Literal[value=/[\\u4e00-\\u9fff]/], TemplateElement[value.raw=/[\\u4e00-\\u9fff]/]";

export default ts.config(
  { ignores: ['dist', 'src/gql', 'src/explorer.tsx', 'node_modules'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  hooks.configs.flat.recommended,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs', 'e2e/*.mjs'] } } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 220, skipBlankLines: true }],
    },
  },
  {
    files: ['src/**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', { selector: plainText, message: 'Put the text into locales/*.json and read it with t().' }] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.test.ts', 'src/routes/persons/term.ts', 'src/i18n.ts'],
    rules: {
      'no-restricted-syntax': ['error', { selector: `:matches(${plainText}, ${chinese})`, message: 'Put the text into locales/*.json and read it with t().' }],
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [ts.configs.disableTypeChecked], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', document: 'readonly', window: 'readonly', fetch: 'readonly' } } },
);
