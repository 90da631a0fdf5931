import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Every rule that is off or softened has its reason beside it. */
export default defineConfig(
  // The site in `tests/package/` is checked where it is built: with the package, as a newsroom has it.
  globalIgnores([
    'dist/',
    'dist-docs/',
    'package/',
    'reports/',
    '.astro/',
    '.stryker-tmp/',
    'tests/.sites/',
    'tests/package/site/',
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  astro.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', 'tests/benchmark/plain/astro.config.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // A number reads the same in every template; what else may turn up there is an error.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => log(message)` is one thing to do; braces would only be noise.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `noUncheckedIndexedAccess` calls each index uncertain; `!` marks those that are certain by construction.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Text is taken apart by its code points on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'String' }, 'string'] }],
      // Contracts, rules and readers are plain objects, whose functions know no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Patterns name control characters where those are what must not pass.
      'no-control-regex': 'off',
      // A name that begins with _ is there for its type, or to leave a property out of a rest.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Prettier breaks code; this is for comments. Text in quotation marks stays whole: it can be searched for.
      'max-len': [
        'error',
        { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true },
      ],
    },
  },
  {
    // The parser gives expressions of a template no types; `astro check` reads those.
    files: ['**/*.astro', '**/*.astro/*.ts'],
    languageOptions: { parserOptions: { projectService: false, project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      // Text of a template has no place to break.
      'max-len': 'off',
    },
  },
  {
    // A rule’s examples and messages stand in its comment as they are, each on its line.
    files: ['src/desk/rules/**'],
    rules: { 'max-len': 'off' },
  },
  {
    files: ['tests/**'],
    rules: {
      // Where `beforeAll` fails, what it had to set is not there for `afterAll`, whatever its type says.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Matchers such as `expect.any(String)` have the type `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    // Scripts for plain JavaScript files have no types to check.
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
