package dev.keyturn.sandbox.statefile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups, managed policies, boundaries, tags and passwords in a state file. */
class IdentityStateTest {
  private static final String ALLOW =
      "{\"Version\":\"2012-10-17\",\"Statement\":"
          + "{\"Effect\":\"Allow\",\"Action\":\"s3:List*\",\"Resource\":\"*\"}}";
  private static final String DENY = ALLOW.replace("Allow", "Deny");

  private static final String STATE =
      """
      {"Accounts":[{"AccountId":"123456789012",
        "Policies":[{"PolicyName":"reader","Path":"/x/","Description":"reads",
          "PolicyVersionList":[{"VersionId":"v3","Document":DENY},
                               {"VersionId":"v1","Document":ALLOW,"IsDefaultVersion":true}],
          "Tags":[{"Key":"a","Value":"b"}]}],
        "Groups":[{"GroupName":"staff","AttachedManagedPolicies":[
          {"PolicyArn":"arn:aws:iam::123456789012:policy/x/reader"}]}],
        "Users":[{"UserName":"alice","GroupList":["staff"],"Tags":[{"Key":"team","Value":"it"}],
          "PermissionsBoundary":{"PermissionsBoundaryArn":"arn:aws:iam::aws:policy/PowerUserAccess"},
          "LoginProfile":{"Password":"Correct-Horse-1","PasswordResetRequired":true}}],
        "Roles":[{"RoleName":"admin","Description":"for all","AttachedManagedPolicies":[
          {"PolicyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}]}],
        "PasswordPolicy":{"MinimumPasswordLength":12,"MaxPasswordAge":60}}]}
      """
          .replace("ALLOW", ALLOW)
          .replace("DENY", DENY);

  @Test
  void everything_is_where_it_belongs() {
    Account account = account(read(STATE));
    var alice = requireNonNull(account.user("alice"));
    var reader = requireNonNull(account.managedPolicy("arn:aws:iam::123456789012:policy/x/reader"));
    assertThat(account.policiesOf(alice)).containsExactly(Policy.of(reader));
    assertThat(reader.defaultVersion().id()).isEqualTo("v1");
    assertThat(reader.defaultVersion().document()).isEqualTo(ALLOW);
    assertThat(reader.revise(ALLOW, Instant.EPOCH).id()).isEqualTo("v4");
    assertThat(requireNonNull(alice.boundary()).name()).isEqualTo("PowerUserAccess");
    assertThat(requireNonNull(account.role("admin")).attachedPolicies()).hasSize(1);
    assertThat(requireNonNull(account.passwordPolicy()).minimumLength()).isEqualTo(12);
  }

  @Test
  void what_is_written_reads_back_the_same() {
    String written = StateWriter.write(read(STATE), List.of()).print();
    assertThat(StateWriter.write(read(written), List.of()).print()).isEqualTo(written);
    assertThat(written)
        .contains("\"GroupList\":[\"staff\"]")
        .contains("\"VersionId\":\"v3\"")
        .contains("\"Description\":\"for all\"")
        .contains("\"Password\":\"Correct-Horse-1\"")
        .contains("\"MaxPasswordAge\":60");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Users':[{'UserName':'alice','GroupList':['none']}]} |"
            + " Accounts[0].Users[0].GroupList: no group none",
        "{'Users':[{'UserName':'a','AttachedManagedPolicies':[{'PolicyArn':'arn:x'}]}]} |"
            + " Accounts[0].Users[0].AttachedManagedPolicies[0]: no policy arn:x",
        "{'Policies':[{'PolicyName':'p'}]} |"
            + " Accounts[0].Policies[0]: \"PolicyDocument\" is missing",
        "{'Policies':[{'PolicyName':'p','PolicyDocument':{}}]} |"
            + " Accounts[0].Policies[0].PolicyDocument: Syntax errors in policy.",
        "{'Policies':[{'PolicyName':'p','PolicyVersionList':[{'VersionId':'1'}]}]} |"
            + " Accounts[0].Policies[0].PolicyVersionList[0].VersionId: must be v and a number",
        "{'Groups':[{'GroupName':'g'},{'GroupName':'G'}]} |"
            + " Accounts[0].Groups[1]: a second group G",
        "{'Users':[{'UserName':'a','LoginProfile':{'Password':''}}]} |"
            + " Accounts[0].Users[0].LoginProfile.Password: must not be empty",
        "{'PasswordPolicy':{'MinimumPasswordLength':5}} |"
            + " Accounts[0].PasswordPolicy.MinimumPasswordLength:"
            + " must be a whole number from 6 to 128"
      })
  void a_mistake_is_reported_with_its_place(String account, String problem) {
    String state = "{'Accounts':[" + account + "]}";
    assertThatExceptionOfType(StateFileException.class)
        .isThrownBy(() -> read(state.replace('\'', '"')))
        .withMessage("line 1, " + problem);
  }

  private static State read(String text) {
    return new StateReader(new Identifiers(new Random(7)), Instant.parse("2026-11-21T12:00:00Z"))
        .read(text)
        .state();
  }

  private static Account account(State state) {
    return requireNonNull(state.account("123456789012"));
  }
}
