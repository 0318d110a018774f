#!/usr/bin/env node
'use strict';
// Runs Keyturn from the package for this system, which npm installed with this one. Nothing is downloaded.

const { spawn } = require('node:child_process');
const { constants } = require('node:os');
const path = require('node:path');

const system = `${process.platform === 'darwin' ? 'macos' : process.platform}-${process.arch}`;

function fail(message, hint) {
  process.stderr.write(`keyturn: ${message}\nhint: ${hint}\n`);
  process.exit(70);
}

function findProgram() {
  try {
    return path.join(path.dirname(require.resolve(`@keyturn/${system}/package.json`)), 'bin', 'keyturn');
  } catch {
    if (process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime) {
      return fail('there is no package for systems with musl, such as Alpine', '@HOMEPAGE@/blob/main/docs/install.md');
    }
    return fail(`the package @keyturn/${system} is not installed`, 'npm install keyturn --include=optional');
  }
}

const child = spawn(findProgram(), process.argv.slice(2), { stdio: 'inherit' });
// A terminal sends these to the program as well, and the program decides what they mean.
process.on('SIGINT', () => {});
process.on('SIGQUIT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
child.on('error', (error) => fail(`cannot run Keyturn: ${error.message}`, 'npm install keyturn'));
child.on('exit', (code, signal) => {
  process.exitCode = signal === null ? code : 128 + constants.signals[signal];
});
