// Plain old syntax on purpose: this file has to load on the Node versions it refuses.
import { readFileSync } from 'fs';

/** The sentence for a Node that is not supported, or undefined when this one is. */
export function nodeVersionProblem(version, packageJsonUrl) {
  const range = JSON.parse(readFileSync(packageJsonUrl, 'utf8')).engines.node;
  if (satisfies(version, range)) return undefined;
  return 'Noche needs Node ' + range + ' and this is ' + version + ': install a supported one from https://nodejs.org.';
}

/** Understands what package.json uses: alternatives by ||, each a list of >= and < limits. */
export function satisfies(version, range) {
  return range.split('||').some(function (alternative) {
    return alternative
      .trim()
      .split(/\s+/)
      .every(function (limit) {
        const difference = compare(version, limit.replace(/^[<>=]+/, ''));
        return limit.startsWith('>=') ? difference >= 0 : difference < 0;
      });
  });
}

function compare(left, right) {
  const a = numbers(left);
  const b = numbers(right);
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function numbers(version) {
  const parts = version.replace(/^v/, '').split('.');
  return [0, 1, 2].map(function (index) {
    return parseInt(parts[index] || '0', 10);
  });
}
