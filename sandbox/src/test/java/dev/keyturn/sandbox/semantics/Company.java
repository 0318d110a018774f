package dev.keyturn.sandbox.semantics;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;

/**
 * A company with one of each: {@code boss} may do everything, {@code bob} nothing, {@code eve} is
 * denied everything; {@code pat} has a passkey, {@code tom} a hardware token; root has keys.
 */
final class Company implements AutoCloseable {
  static final String ID = "123456789012";
  static final String ARN = "arn:aws:iam::123456789012:";
  static final String DEVICE = ARN + "mfa/boss";
  static final String ROLE = ARN + "role/";

  private static final String STATE =
      """
      {"Accounts":[{"AccountId":"123456789012","Root":{},
        "Users":[
          {"UserName":"boss","Policies":[ALL],"MFADevices":[{}]},
          {"UserName":"bob"},
          {"UserName":"eve","Policies":[{"PolicyName":"none","PolicyDocument":{"Version":"2012-10-17",
            "Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}}],"MFADevices":[{}]},
          {"UserName":"pat","Policies":[ALL],"MFADevices":[
            {"SerialNumber":"arn:aws:iam::123456789012:u2f/user/pat/phone-EXAMPLE2ABCDEFGHIJ"}]},
          {"UserName":"tom","Policies":[ALL],"MFADevices":[
            {"SerialNumber":"GAHT12345678","Seed":""}]}],
        "Roles":[
          {"RoleName":"day","Path":"/ops/team/","MaxSessionDuration":43200,TRUST,"Policies":[ALL]},
          {"RoleName":"hour","MaxSessionDuration":3600,TRUST,"Policies":[ALL]},
          {"RoleName":"mfa","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":{
            "Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole",
            "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}},"Policies":[ALL]},
          {"RoleName":"refusing","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"},
            {"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}]}}],
        "Buckets":[{"Name":"examplebucket","Objects":[{"Key":"config.yml","Body":"a: b"}]}]}]}
      """
          .replace(
              "ALL",
              """
              {"PolicyName":"all","PolicyDocument":{"Version":"2012-10-17",
                "Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}}\
              """)
          .replace(
              "TRUST",
              """
              "AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow",
                "Principal":{"AWS":"123456789012"},
                "Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}}\
              """);

  final TestSandbox sandbox = TestSandbox.start(STATE);
  final TestClient boss = sandbox.as("boss");

  TestClient as(String userName) {
    return sandbox.as(userName);
  }

  /** A session of the boss without MFA. */
  TestClient session() {
    return boss.call("GetSessionToken").session();
  }

  /** A session of the boss with MFA. */
  TestClient mfaSession() {
    return sessionWith(code()).session();
  }

  Answer sessionWith(String code) {
    return boss.call("GetSessionToken", "SerialNumber", DEVICE, "TokenCode", code);
  }

  /** The code that the boss's device shows now. */
  String code() {
    return sandbox.code(DEVICE);
  }

  TestClient federated() {
    return boss.call("GetFederationToken", "Name", "guest", "Policy", ALLOW_ALL).session();
  }

  /** A session of a role that may do everything. */
  TestClient role() {
    return assume(boss, "hour").session();
  }

  static Answer assume(TestClient caller, String role, String... more) {
    String[] parameters = new String[more.length + 4];
    parameters[0] = "RoleArn";
    parameters[1] = ROLE + role;
    parameters[2] = "RoleSessionName";
    parameters[3] = "session";
    System.arraycopy(more, 0, parameters, 4, more.length);
    return caller.call("AssumeRole", parameters);
  }

  static final String ALLOW_ALL =
      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";

  @Override
  public void close() {
    sandbox.close();
  }
}
