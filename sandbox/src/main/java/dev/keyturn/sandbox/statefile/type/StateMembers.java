package dev.keyturn.sandbox.statefile.type;

import static dev.keyturn.sandbox.statefile.type.IdentityMembers.CREATED;
import static dev.keyturn.sandbox.statefile.type.IdentityMembers.DEVICE;
import static dev.keyturn.sandbox.statefile.type.IdentityMembers.DEVICES;
import static dev.keyturn.sandbox.statefile.type.IdentityMembers.GROUP;
import static dev.keyturn.sandbox.statefile.type.IdentityMembers.KEYS;
import static dev.keyturn.sandbox.statefile.type.IdentityMembers.MANAGED_POLICY;
import static dev.keyturn.sandbox.statefile.type.IdentityMembers.ROLE;
import static dev.keyturn.sandbox.statefile.type.IdentityMembers.USER;
import static dev.keyturn.sandbox.statefile.type.IdentityMembers.list;
import static dev.keyturn.sandbox.statefile.type.Member.optional;
import static dev.keyturn.sandbox.statefile.type.Member.required;
import static dev.keyturn.sandbox.statefile.type.Type.FLAG;
import static dev.keyturn.sandbox.statefile.type.Type.TEXT;
import static dev.keyturn.sandbox.statefile.type.Type.TIME;
import static dev.keyturn.sandbox.statefile.type.Type.listOf;
import static dev.keyturn.sandbox.statefile.type.Type.matching;
import static dev.keyturn.sandbox.statefile.type.Type.oneOf;
import static dev.keyturn.sandbox.statefile.type.Type.whole;

import dev.keyturn.sandbox.fault.Fault;
import dev.keyturn.sandbox.state.Settings;
import dev.keyturn.sandbox.statefile.type.Type.ObjectType;
import java.time.Instant;
import java.util.List;

/** The table of everything else in a state: each member once, then the object that has it. */
public final class StateMembers {
  private static final int YEAR_SECONDS = 366 * 24 * 3600;
  private static final int MAX_MILLIS = 600_000;

  public static final Member<Integer> PASSWORD_LENGTH =
      optional("MinimumPasswordLength", whole(6, 128)).or(6);
  public static final Member<Boolean> PASSWORD_SYMBOLS = flag("RequireSymbols", false);
  public static final Member<Boolean> PASSWORD_NUMBERS = flag("RequireNumbers", false);
  public static final Member<Boolean> PASSWORD_UPPERCASE =
      flag("RequireUppercaseCharacters", false);
  public static final Member<Boolean> PASSWORD_LOWERCASE =
      flag("RequireLowercaseCharacters", false);
  public static final Member<Boolean> PASSWORD_CHANGE = flag("AllowUsersToChangePassword", false);
  public static final Member<Integer> PASSWORD_AGE =
      optional("MaxPasswordAge", whole(1, 1095)).described("In days.");
  public static final Member<Integer> PASSWORD_REUSE =
      optional("PasswordReusePrevention", whole(1, 24));
  public static final Member<Boolean> PASSWORD_EXPIRY = flag("HardExpiry", false);
  public static final Member<Field> PASSWORD_POLICY =
      optional(
          "PasswordPolicy",
          new ObjectType(
              "passwordPolicy",
              PASSWORD_LENGTH,
              PASSWORD_SYMBOLS,
              PASSWORD_NUMBERS,
              PASSWORD_UPPERCASE,
              PASSWORD_LOWERCASE,
              PASSWORD_CHANGE,
              PASSWORD_AGE,
              PASSWORD_REUSE,
              PASSWORD_EXPIRY));

  public static final Member<String> ACCOUNT_ID =
      optional("AccountId", matching("[0-9]{12}", "must be twelve digits"))
          .described("Generated when missing.");
  public static final Member<String> ALIAS = optional("Alias", TEXT);
  public static final Member<String> PARTITION =
      optional("Partition", oneOf(List.of("aws", "aws-cn", "aws-us-gov"))).or("aws");
  public static final Member<Field> ROOT =
      optional("Root", new ObjectType("root", CREATED, KEYS, DEVICES));
  public static final Member<Instant> REPORT_TIME = required("GeneratedTime", TIME);
  public static final Member<String> REPORT_CONTENT = required("Content", TEXT);
  public static final Member<Field> CREDENTIAL_REPORT =
      optional("CredentialReport", new ObjectType("credentialReport", REPORT_TIME, REPORT_CONTENT))
          .described("The last one that was generated.");
  public static final Member<List<Field>> MANAGED_POLICIES = list("Policies", MANAGED_POLICY);
  public static final Member<List<Field>> GROUPS = list("Groups", GROUP);
  public static final Member<List<Field>> USERS = list("Users", USER);
  public static final Member<List<Field>> ROLES = list("Roles", ROLE);
  public static final Member<List<Field>> BUCKETS = list("Buckets", BucketMembers.BUCKET);
  public static final Member<List<Field>> UNASSIGNED_DEVICES =
      list("VirtualMFADevices", DEVICE).described("Devices that are not enabled.");
  public static final ObjectType ACCOUNT =
      new ObjectType(
          "account",
          ACCOUNT_ID,
          ALIAS,
          PARTITION,
          ROOT,
          MANAGED_POLICIES,
          GROUPS,
          USERS,
          ROLES,
          BUCKETS,
          UNASSIGNED_DEVICES,
          PASSWORD_POLICY,
          CREDENTIAL_REPORT);

  public static final Member<String> FAULT_ACTION = optional("Action", TEXT).or(Fault.ANY);
  public static final Member<Integer> FAULT_TIMES =
      optional("Times", whole(1, Integer.MAX_VALUE))
          .described("How many requests it affects. Default: all.");
  public static final Member<Integer> FAULT_SECONDS =
      optional("Seconds", whole(1, YEAR_SECONDS))
          .described("How long it lasts, in real time. Default: without end.");
  public static final Member<String> FAULT_KIND =
      optional("Kind", oneOf(Fault.Kind.labels())).described("Without it, requests only wait.");
  public static final Member<Integer> FAULT_LATENCY =
      optional("LatencyMillis", whole(0, MAX_MILLIS)).or(0);
  public static final Member<Integer> FAULT_OFFSET =
      optional("OffsetSeconds", whole(-YEAR_SECONDS, YEAR_SECONDS))
          .described("How far ahead the clock is, for the kind clock.");
  public static final ObjectType FAULT =
      new ObjectType(
          "fault",
          FAULT_ACTION,
          FAULT_TIMES,
          FAULT_SECONDS,
          FAULT_KIND,
          FAULT_LATENCY,
          FAULT_OFFSET);

  public static final Member<List<Field>> ACCOUNTS =
      optional("Accounts", listOf(ACCOUNT)).described("Default: the example company.");
  public static final Member<List<Field>> FAULTS = list("Faults", FAULT);
  public static final Member<Integer> SESSION_SECONDS =
      optional("SessionSeconds", whole(1, YEAR_SECONDS))
          .described("How long every session really lasts. Default: as long as granted.");
  public static final Member<Integer> KEY_DELAY =
      optional("KeyDelaySeconds", whole(0, YEAR_SECONDS))
          .or(0)
          .described("How long a key from CreateAccessKey stays unknown.");
  public static final Member<Boolean> ENABLE_CODES =
      flag("EnableCodesCount", true)
          .described("Whether the codes given to EnableMFADevice count as used.");
  public static final Member<Integer> MAX_STORED =
      optional("MaxStoredMiB", whole(1, 1_000_000))
          .or(Settings.USUAL_STORED_MIB)
          .described("The maximum total size of all objects and parts.");
  public static final ObjectType STATE =
      new ObjectType(
          "state", ACCOUNTS, FAULTS, SESSION_SECONDS, KEY_DELAY, ENABLE_CODES, MAX_STORED);

  private StateMembers() {}

  private static Member<Boolean> flag(String name, boolean otherwise) {
    return optional(name, FLAG).or(otherwise);
  }
}
