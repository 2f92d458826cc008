import next from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';

/** The import law (docs/decisions.md): a folder may import what stands below it, never what stands above. */
const layers = [
  {
    target: './lib/cilium',
    except: ['./lib/cilium'],
    message: 'lib/cilium is pure: it imports nothing of ours but itself.',
  },
  {
    target: './lib/learn',
    except: ['./lib/learn', './lib/cilium'],
    message: 'lib/learn may import lib/cilium only.',
  },
  {
    target: './lib/snapshot',
    except: ['./lib/snapshot', './lib/cilium'],
    message: 'lib/snapshot is what crosses the wire: it may import lib/cilium only.',
  },
  {
    target: './lib/export',
    except: ['./lib/export', './lib/snapshot', './lib/cilium'],
    message: 'lib/export may import lib/snapshot and lib/cilium only.',
  },
  {
    target: './lib/server',
    except: ['./lib/server', './lib/snapshot', './lib/cilium'],
    message: 'lib/server may import lib/snapshot and lib/cilium only.',
  },
  {
    target: './lib/queries',
    except: ['./lib/queries', './lib/snapshot', './lib/cilium', './lib/paths.ts'],
    message: 'lib/queries runs in the browser: it may import lib/snapshot and lib/cilium only.',
  },
];

const ours = ['./app', './components', './lib', './bin', './e2e', './bench'];

const zones = [
  ...layers.flatMap(({ target, except, message }) =>
    ours
      .filter((folder) => folder !== './lib')
      .map((from) => ({ target, from, message }))
      .concat([
        {
          target,
          from: './lib',
          except: except.map((path) => `./${path.slice('./lib/'.length)}`),
          message,
        },
      ]),
  ),
  {
    target: './components',
    from: './lib/server',
    message: 'Components run in the browser: ask through lib/queries.',
  },
  { target: './components', from: './app', message: 'Components never import pages.' },
  {
    target: './app/!(api|livez|readyz)/**',
    from: './lib/server',
    message: 'Pages render views; only app/api talks to lib/server.',
  },
  { target: './app/api', from: './components', message: 'Route handlers have no user interface.' },
  { target: './app/api', from: './lib/queries', message: 'Route handlers ask lib/server, not themselves.' },
];

const noKubernetesClient = {
  name: '@kubernetes/client-node',
  message: 'Kubernetes types stop in lib/server: hand out lib/cilium or lib/snapshot types.',
};

const pureSyntax = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Pure code reads no clock.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pure code reads no clock.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Pure code is deterministic: take a seed.',
  },
];

const config = [
  {
    ignores: [
      '.next/**',
      'dist/**',
      'node_modules/**',
      'next-env.d.ts',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  ...next,
  ...nextTypescript,
  {
    files: ['**/*.{ts,tsx,mts,mjs}'],
    rules: {
      'import/no-restricted-paths': ['error', { zones }],
      'import/no-cycle': ['error', { ignoreExternal: true }],
      'max-lines': ['error', { max: 300 }],
      'no-restricted-imports': ['error', { paths: [noKubernetesClient] }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx,mts}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['{components,lib}/**/*.{ts,tsx}'],
    rules: { 'import/no-default-export': 'error' },
  },
  {
    files: ['lib/{cilium,export,learn,snapshot}/**/*.ts'],
    ignores: ['**/*.{test,fixture}.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [noKubernetesClient, { name: 'react', message: 'Pure code.' }],
          patterns: [
            { group: ['node:*', 'next', 'next/*'], message: 'Pure code: no Node built-ins, no Next.' },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...pureSyntax],
    },
  },
  {
    files: ['lib/server/**/*.ts', 'e2e/**/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  // A command talks to people on the terminal.
  { files: ['bin/**', 'bench/**', 'e2e/**', '.ci/**'], rules: { 'no-console': 'off' } },
];

export default config;
