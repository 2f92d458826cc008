import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const topLevel = /^(?:app|components|lib|public|e2e|bench|deploy|docs|bin|\.ci)\//;
const rootFiles =
  /^(?:package\.json|tsconfig\.json|next\.config\.mjs|eslint\.config\.mjs|README\.md|LICENSE|\.npmrc)$/;

/** All Markdown documents of the project, relative to its root. */
function documents(root) {
  const found = readdirSync(root).filter((name) => name.endsWith('.md'));
  for (const folder of ['docs', 'lib', 'bench', 'e2e', 'components', 'app']) {
    const start = path.join(root, folder);
    if (!existsSync(start)) continue;
    for (const name of readdirSync(start, { recursive: true })) {
      if (String(name).endsWith('.md')) found.push(path.join(folder, String(name)));
    }
  }
  return found;
}

/** What a piece of inline code cites: a path of this repository, an npm script, or neither. */
function missing(root, scripts, code) {
  const script = /^npm (?:run ([\w:-]+)|(start|test)\b)/.exec(code);
  if (script) return scripts.has(script[1] ?? script[2]) ? null : code;
  const cited = code.split(/[\s:#]/)[0].replace(/\/?\*.*$/, '');
  if (!topLevel.test(cited) && !rootFiles.test(cited)) return null;
  return existsSync(path.join(root, cited)) ? null : cited;
}

/** Every path, link target or npm script that a document cites and that does not exist. */
export function findBrokenCitations(root) {
  const scripts = new Set(
    Object.keys(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts),
  );
  const broken = [];
  for (const file of documents(root)) {
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .forEach((text, index) => {
        for (const [, code] of text.matchAll(/`([^`]+)`/g)) {
          const cited = missing(root, scripts, code);
          if (cited) broken.push({ file, line: index + 1, cited });
        }
        for (const [, target] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
          if (/^[a-z]+:/.test(target)) continue;
          if (!existsSync(path.join(root, path.dirname(file), target)))
            broken.push({ file, line: index + 1, cited: target });
        }
      });
  }
  return broken;
}
