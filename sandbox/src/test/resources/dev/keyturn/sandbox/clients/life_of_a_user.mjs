// The whole life of an IAM user, as the AWS SDK for JavaScript sees it.
//
// Arguments: the sandbox's URL, an administrator's key id and secret, and the time at which the sandbox's clock is
// held, in seconds since 1970. Ends with 0 when everything was as it should be.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Iam from '@aws-sdk/client-iam';
import * as S3 from '@aws-sdk/client-s3';
import * as Sts from '@aws-sdk/client-sts';

const [url, keyId, secret, now] = process.argv.slice(2);
const serial = 'arn:aws:iam::123456789012:mfa/nora';
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['iam:*', 's3:*', 'sts:*'], Resource: '*' },
    {
      Effect: 'Deny',
      NotAction: ['iam:CreateVirtualMFADevice', 'iam:EnableMFADevice', 'sts:GetSessionToken'],
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    },
  ],
});
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { AWS: '123456789012' },
    Action: 'sts:AssumeRole',
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  },
});

/** Clients with one set of credentials; nothing is tried twice. */
function person(keys) {
  const credentials = {
    accessKeyId: keys.AccessKeyId,
    secretAccessKey: keys.SecretAccessKey,
    sessionToken: keys.SessionToken,
  };
  const options = { endpoint: url, region: 'us-east-1', credentials, maxAttempts: 1 };
  const iam = new Iam.IAMClient(options);
  const sts = new Sts.STSClient(options);
  const s3 = new S3.S3Client({ ...options, forcePathStyle: true });
  return {
    iam: (name, input = {}) => iam.send(new Iam[name + 'Command'](input)),
    sts: (name, input = {}) => sts.send(new Sts[name + 'Command'](input)),
    s3: (name, input = {}) => s3.send(new S3[name + 'Command'](input)),
  };
}

const output = (program, ...args) => execFileSync(program, args, { encoding: 'utf8' }).trim();

/** The code of oathtool, so that the sandbox does not test itself. */
function code(seed, step) {
  return output('oathtool', '--totp', '--base32', '--now', '@' + (Number(now) + 30 * step), seed);
}

/** What the QR code in a picture says, read by zbarimg. */
function scanned(png) {
  const folder = mkdtempSync(join(tmpdir(), 'qr-'));
  try {
    const picture = join(folder, 'code.png');
    writeFileSync(picture, png);
    return output('zbarimg', '--quiet', '--raw', '--nodbus', picture);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function refused(expected, call) {
  const error = await call.then(() => assert.fail(`not refused with ${expected}`), (reason) => reason);
  assert.match(error.name, new RegExp(`^${expected}(Exception)?$`), String(error));
}

const boss = person({ AccessKeyId: keyId, SecretAccessKey: secret });
await boss.iam('CreateUser', { UserName: 'nora' });
await boss.iam('PutUserPolicy', { UserName: 'nora', PolicyName: 'mfa', PolicyDocument: policy });
const first = (await boss.iam('CreateAccessKey', { UserName: 'nora' })).AccessKey;
const nora = person(first);
await refused('AccessDenied', nora.s3('ListBuckets'));
await refused('AccessDenied', nora.iam('ListUsers'));

const device = (await nora.iam('CreateVirtualMFADevice', { VirtualMFADeviceName: 'nora' })).VirtualMFADevice;
assert.equal(device.SerialNumber, serial);
const seed = Buffer.from(device.Base32StringSeed).toString();
assert.equal(seed.length, 64);
assert.equal(scanned(device.QRCodePNG), `otpauth://totp/nora@123456789012?secret=${seed}`);
const enable = { UserName: 'nora', SerialNumber: serial };
const same = { AuthenticationCode1: code(seed, -1), AuthenticationCode2: code(seed, -1) };
await refused('InvalidAuthenticationCode', nora.iam('EnableMFADevice', { ...enable, ...same }));
const pair = { AuthenticationCode1: code(seed, -2), AuthenticationCode2: code(seed, -1) };
await nora.iam('EnableMFADevice', { ...enable, ...pair });

await refused('AccessDenied', nora.sts('GetSessionToken', { SerialNumber: serial, TokenCode: code(seed, -1) }));
const granted = await nora.sts('GetSessionToken', { SerialNumber: serial, TokenCode: code(seed, 0) });
assert.ok(granted.Credentials.Expiration > new Date(Number(now) * 1000));
const session = person(granted.Credentials);
assert.equal((await session.sts('GetCallerIdentity')).Arn, 'arn:aws:iam::123456789012:user/nora');

assert.deepEqual((await session.s3('ListBuckets')).Buckets.map((bucket) => bucket.Name), ['attic']);
await session.s3('PutObject', { Bucket: 'attic', Key: 'notes/é +.txt', Body: 'hello', ContentType: 'text/plain' });
const sum = { Bucket: 'attic', Key: 'summed', Body: 'hello', ChecksumAlgorithm: 'CRC32C' };
await session.s3('PutObject', sum);
const object = await session.s3('GetObject', { Bucket: 'attic', Key: 'notes/é +.txt' });
assert.equal(await object.Body.transformToString(), 'hello');
const listed = await session.s3('ListObjectsV2', { Bucket: 'attic', Prefix: 'notes/' });
assert.deepEqual(listed.Contents.map((item) => item.Key), ['notes/é +.txt']);
await refused('NoSuchKey', session.s3('GetObject', { Bucket: 'attic', Key: 'nothing' }));

const big = { Bucket: 'attic', Key: 'big' };
const upload = { ...big, UploadId: (await session.s3('CreateMultipartUpload', big)).UploadId };
const pieces = [Buffer.alloc(5 * 1024 * 1024, 'a'), Buffer.from('end')];
const Parts = [];
for (const [i, Body] of pieces.entries()) {
  const { ETag } = await session.s3('UploadPart', { ...upload, PartNumber: i + 1, Body });
  Parts.push({ ETag, PartNumber: i + 1 });
}
await session.s3('CompleteMultipartUpload', { ...upload, MultipartUpload: { Parts } });
await session.s3('CopyObject', { Bucket: 'attic', Key: 'copy', CopySource: 'attic/big' });
const tail = await session.s3('GetObject', { Bucket: 'attic', Key: 'copy', Range: 'bytes=-4' });
assert.equal(await tail.Body.transformToString(), 'aend');
const everything = (await session.s3('ListObjectsV2', { Bucket: 'attic' })).Contents;
const Objects = everything.map(({ Key }) => ({ Key }));
const deleted = await session.s3('DeleteObjects', { Bucket: 'attic', Delete: { Objects } });
assert.equal(deleted.Deleted.length, 4);
await session.s3('CreateBucket', { Bucket: 'cellar' });
await session.s3('DeleteBucket', { Bucket: 'cellar' });

const role = (await boss.iam('CreateRole', { RoleName: 'worker', AssumeRolePolicyDocument: trust })).Role;
await boss.iam('AttachRolePolicy', { RoleName: 'worker', PolicyArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' });
const assume = { RoleArn: role.Arn, RoleSessionName: 'nora' };
await refused('AccessDenied', nora.sts('AssumeRole', assume));
const worker = person((await session.sts('AssumeRole', assume)).Credentials);
assert.equal((await worker.iam('ListUsers')).Users.length, 2);
await refused('AccessDenied', worker.iam('CreateUser', { UserName: 'eve' }));

const second = (await session.iam('CreateAccessKey')).AccessKey;
assert.equal((await person(second).sts('GetCallerIdentity')).Account, '123456789012');
await session.iam('UpdateAccessKey', { AccessKeyId: first.AccessKeyId, Status: 'Inactive' });
await refused('InvalidClientTokenId', nora.sts('GetCallerIdentity'));
await session.iam('DeleteAccessKey', { AccessKeyId: first.AccessKeyId });

await refused('DeleteConflict', boss.iam('DeleteVirtualMFADevice', { SerialNumber: serial }));
await boss.iam('DeactivateMFADevice', { UserName: 'nora', SerialNumber: serial });
await boss.iam('DeleteVirtualMFADevice', { SerialNumber: serial });
await boss.iam('DeleteUserPolicy', { UserName: 'nora', PolicyName: 'mfa' });
await boss.iam('DeleteAccessKey', { UserName: 'nora', AccessKeyId: second.AccessKeyId });
await boss.iam('DeleteUser', { UserName: 'nora' });
await refused('NoSuchEntity', boss.iam('GetUser', { UserName: 'nora' }));
