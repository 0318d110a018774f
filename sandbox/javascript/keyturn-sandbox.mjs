// For tests in JavaScript, with any test runner: a local AWS that checks signatures, MFA codes and policies.
//
//     import { Sandbox } from './keyturn-sandbox.mjs';
//     const sandbox = await Sandbox.start();
//
// Environment variables say which sandbox it is:
//
//     KEYTURN_SANDBOX              the command that starts one, such as "java -jar keyturn-sandbox.jar", read by the
//                                  shell; without it keyturn-sandbox of the PATH
//     KEYTURN_SANDBOX_CONTROL_URL  the control URL of one that runs already, such as http://127.0.0.1:4580/_control,
//     KEYTURN_SANDBOX_CONTROL_TOKEN  and its token
//
// Needs Node.js 18 and no package.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A sandbox that runs. Each method fails with an Error and the sandbox's words when it refuses. */
export class Sandbox {
  #controlToken;
  #child;

  constructor(controlUrl, controlToken, child) {
    this.controlUrl = controlUrl.replace(/\/$/, '');
    this.#controlToken = controlToken;
    this.#child = child;
  }

  /** Starts a sandbox, which ends with this process, or takes the one that the environment names. */
  static async start() {
    const { KEYTURN_SANDBOX_CONTROL_URL: url, KEYTURN_SANDBOX_CONTROL_TOKEN: token } = process.env;
    if (url) {
      return new Sandbox(url, token);
    }
    const command = process.env.KEYTURN_SANDBOX || 'keyturn-sandbox';
    // It ends when its standard input is closed, also when this process is killed.
    const options = { shell: true, stdio: ['pipe', 'pipe', 'inherit'] };
    const child = spawn(`${command} --port 0 --output json --until-eof`, options);
    for await (const line of createInterface(child.stdout)) {
      const ready = JSON.parse(line);
      // Nothing waits for the sandbox: a test run ends when its tests have ended.
      [child, child.stdin, child.stdout].forEach(each => each.unref());
      return new Sandbox(ready.ControlUrl, ready.ControlToken, child);
    }
    throw new Error(`the sandbox did not start; set KEYTURN_SANDBOX to the command that starts it: ${command}`);
  }

  /** The endpoint of all its services, for the option endpoint of a client or AWS_ENDPOINT_URL. */
  get url() {
    return this.controlUrl.replace(/\/[^/]*$/, '');
  }

  /** The user of this name in the first account that has one: accessKey, serialNumber, serialNumbers and arn. */
  async user(name) {
    for (const account of (await this.described()).State.Accounts) {
      const user = account.Users.find(each => each.UserName === name);
      if (user) {
        return asUser(account, user);
      }
    }
    throw new Error(`no user ${name}`);
  }

  /** Six digits that AWS would accept now; after three of them, advance the clock by 30 seconds. */
  async code(userOrDevice) {
    return (await this.#ask(`/code/${encodeURIComponent(userOrDevice)}`)).trim();
  }

  /** Lets seconds pass: codes change, sessions grow old. */
  async advance(seconds) {
    await this.change({ AdvanceClockSeconds: seconds });
  }

  /** Back to the first state, with the same keys and seeds. */
  async reset() {
    await this.change({ Reset: true });
  }

  /** How often an action, such as GetSessionToken, was asked for since the last reset. */
  async requests(action) {
    return (await this.described()).Requests[action] ?? 0;
  }

  /** Any control call, such as change({ AddUsers: [{ UserName: 'carol', MFADevices: [{}] }] }). */
  async change(members) {
    await this.#ask('', JSON.stringify(members));
  }

  /** Clock, faults, counts of requests, and the state with all keys and seeds. */
  async described() {
    return JSON.parse(await this.#ask(''));
  }

  /** Stops a sandbox that start() started; one that ran already goes on. */
  close() {
    this.#child?.stdin.end();
  }

  async #ask(path, body) {
    const headers = { Authorization: `Bearer ${this.#controlToken}` };
    const answer = await fetch(this.controlUrl + path, { method: body ? 'POST' : 'GET', headers, body });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(JSON.parse(text).message);
    }
    return text;
  }
}

function asUser(account, user) {
  const serialNumbers = user.MFADevices.map(device => device.SerialNumber);
  const [key] = user.AccessKeys;
  return {
    arn: `arn:${account.Partition ?? 'aws'}:iam::${account.AccountId}:user${user.Path ?? '/'}${user.UserName}`,
    accessKey: key && { accessKeyId: key.AccessKeyId, secretAccessKey: key.SecretAccessKey },
    serialNumber: serialNumbers[0],
    serialNumbers,
  };
}
