package dev.keyturn.sandbox.iam;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Resource;
import dev.keyturn.sandbox.action.Service;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.credential.Caller;
import dev.keyturn.sandbox.credential.Credential;
import dev.keyturn.sandbox.credential.Identity;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.Settings;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.identity.AccessKey;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * IAM of one account, called without HTTP and signatures. Everything is allowed but what is {@link
 * #deny denied}; what was asked of policies can be read back.
 */
final class IamCalls {
  static final String ACCOUNT_ID = "123456789012";
  static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  private static final Service IAM = Iam.service();
  private static final String TRUST =
      "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}}";

  final Account account;
  final State state;
  final User admin;
  final List<String> authorized = new ArrayList<>();
  private final Set<String> denied = new HashSet<>();
  private Instant now = START;
  private Identity identity;

  IamCalls() {
    Identifiers identifiers = new Identifiers(new Random(7));
    state = new State(identifiers, Settings.usual());
    User root = new User("<root_account>", "/", "AIDAROOT", START);
    account = new Account(ACCOUNT_ID, null, "aws", root);
    admin = new User("admin", "/", identifiers.entityId("AIDA"), START);
    account.add(admin);
    state.add(account);
    identity = new Identity.UserIdentity(account, admin);
  }

  /** From now on this user calls. */
  void as(String userName) {
    identity = new Identity.UserIdentity(account, requireNonNull(account.user(userName)));
  }

  void asRoot() {
    identity = new Identity.RootIdentity(account);
  }

  void asRole() {
    Role role = new Role("operator", "/", "AROA", START, TRUST, 3600);
    identity = new Identity.RoleSession(account, role, "session");
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  /** The action is no longer allowed. */
  void deny(String action) {
    denied.add(action);
  }

  /** The answer, flattened: {@code Users.1.UserName} is the name of the first user. */
  Map<String, String> call(String action, String... namesAndValues) {
    Map<String, String> flat = new LinkedHashMap<>();
    flatten("", perform(action, namesAndValues), flat);
    return flat;
  }

  /** The answer in XML. */
  String body(String action, String... namesAndValues) {
    return Xml.document().members(perform(action, namesAndValues)).toString();
  }

  private Structure perform(String action, String... namesAndValues) {
    Action found = requireNonNull(IAM.action(action), action);
    Parameters parameters = parameters(namesAndValues);
    parameters.check(found.shapes());
    Caller caller = new Caller(identity, new Credential.LongTerm(key()));
    Call call =
        new Call(parameters, caller, state, now, "us-east-1", "192.0.2.7", false, this::authorize);
    return found.operation().perform(call);
  }

  /** One member of an answer. */
  String told(String member, String action, String... namesAndValues) {
    return requireNonNull(call(action, namesAndValues).get(member), member);
  }

  /** The refusal of a call, as {@code STATUS CODE MESSAGE}. */
  String refusal(String action, String... namesAndValues) {
    AwsError error = catchThrowableOfType(AwsError.class, () -> call(action, namesAndValues));
    assertThat(error).as(action + " is refused").isNotNull();
    return error.status() + " " + error.code() + " " + error.text();
  }

  String arn(String resource) {
    return account.arn("iam", resource);
  }

  private void authorize(Call call, String action, Resource resource) {
    authorized.add(action + " on " + resource.arn());
    if (denied.contains(action)) {
      throw AwsError.accessDenied("denied");
    }
  }

  private static AccessKey key() {
    return new AccessKey("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI", true, START, START);
  }

  private static Parameters parameters(String... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Parameters(values);
  }

  private static void flatten(String prefix, Structure structure, Map<String, String> flat) {
    structure.members().forEach((name, value) -> flatten(prefix, name, value, flat));
  }

  private static void flatten(
      String prefix, String name, Structure.Value value, Map<String, String> flat) {
    if (value instanceof Structure.Text text) {
      flat.put(prefix + name, text.value());
    } else if (value instanceof Structure.Time time) {
      flat.put(prefix + name, time.value().toString());
    } else if (value instanceof Structure.Whole whole) {
      flat.put(prefix + name, Long.toString(whole.value()));
    } else if (value instanceof Structure.Flag flag) {
      flat.put(prefix + name, Boolean.toString(flag.value()));
    } else if (value instanceof Structure.Nested nested) {
      flatten(prefix + name + ".", nested.value(), flat);
    } else if (value instanceof Structure.Entries entries) {
      entries.values().forEach((key, entry) -> flatten(prefix + name + ".", key, entry, flat));
    } else if (value instanceof Structure.Members members) {
      for (int i = 0; i < members.values().size(); i++) {
        flatten(prefix + name + ".", Integer.toString(i + 1), members.values().get(i), flat);
      }
    }
  }
}
