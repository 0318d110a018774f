package dev.keyturn.sandbox.statefile.type;

import static dev.keyturn.sandbox.statefile.type.Member.optional;
import static dev.keyturn.sandbox.statefile.type.Member.required;
import static dev.keyturn.sandbox.statefile.type.Type.DOCUMENT;
import static dev.keyturn.sandbox.statefile.type.Type.FLAG;
import static dev.keyturn.sandbox.statefile.type.Type.IGNORED;
import static dev.keyturn.sandbox.statefile.type.Type.SOME_TEXT;
import static dev.keyturn.sandbox.statefile.type.Type.TEXT;
import static dev.keyturn.sandbox.statefile.type.Type.TIME;
import static dev.keyturn.sandbox.statefile.type.Type.listOf;
import static dev.keyturn.sandbox.statefile.type.Type.matching;
import static dev.keyturn.sandbox.statefile.type.Type.ofLength;
import static dev.keyturn.sandbox.statefile.type.Type.oneOf;
import static dev.keyturn.sandbox.statefile.type.Type.whole;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.statefile.type.Type.ObjectType;
import java.time.Instant;
import java.util.List;

/** The table of what a state says about IAM: each member once, then the object that has it. */
public final class IdentityMembers {
  /** The farthest that ResyncMFADevice finds a device's clock: a day and a step. */
  private static final int MOST_OFFSET_SECONDS = 24 * 3600 + 30;

  private static final String GENERATED = "Generated when missing.";
  private static final Type<String> NAME_64 = name(64);
  private static final Type<String> NAME_128 = name(128);
  private static final Type<String> VERSION_NAME =
      matching("v[1-9][0-9]{0,8}", "must be v and a number");

  public static final Member<String> PATH =
      optional("Path", matching("/|/[!-~]{1,510}/", "must begin and end with /")).or("/");
  public static final Member<Instant> CREATED =
      optional("CreateDate", TIME).described("Default: when the sandbox starts.");

  public static final Member<String> TAG_KEY = required("Key", SOME_TEXT);
  public static final Member<String> TAG_VALUE = optional("Value", TEXT).or("");
  public static final ObjectType TAG = new ObjectType("tag", TAG_KEY, TAG_VALUE);
  public static final Member<List<Field>> TAGS = list("Tags", TAG);

  public static final Member<String> POLICY_NAME = required("PolicyName", NAME_128);
  public static final Member<String> POLICY_DOCUMENT = required("PolicyDocument", DOCUMENT);
  public static final ObjectType POLICY = new ObjectType("policy", POLICY_NAME, POLICY_DOCUMENT);
  public static final Member<List<Field>> POLICIES = list("Policies", POLICY);

  public static final Member<String> ATTACHED_ARN = required("PolicyArn", SOME_TEXT);
  public static final Member<Json> ATTACHED_NAME =
      optional("PolicyName", IGNORED).described("Ignored: the ARN contains it.");
  public static final ObjectType ATTACHED = new ObjectType("attached", ATTACHED_ARN, ATTACHED_NAME);
  public static final Member<List<Field>> ATTACHED_POLICIES =
      list("AttachedManagedPolicies", ATTACHED);

  public static final Member<String> BOUNDARY_ARN = required("PermissionsBoundaryArn", SOME_TEXT);
  public static final Member<Json> BOUNDARY_TYPE =
      optional("PermissionsBoundaryType", IGNORED).described("Ignored: it is always Policy.");
  public static final Member<Field> BOUNDARY =
      optional("PermissionsBoundary", new ObjectType("boundary", BOUNDARY_ARN, BOUNDARY_TYPE));

  public static final Member<String> VERSION_ID = required("VersionId", VERSION_NAME);
  public static final Member<String> VERSION_DOCUMENT = required("Document", DOCUMENT);
  public static final Member<Boolean> VERSION_DEFAULT =
      optional("IsDefaultVersion", FLAG).or(false);
  public static final ObjectType VERSION =
      new ObjectType("version", VERSION_ID, VERSION_DOCUMENT, VERSION_DEFAULT, CREATED);

  public static final Member<String> MANAGED_ID = optional("PolicyId", TEXT).described(GENERATED);
  public static final Member<String> DESCRIPTION = optional("Description", TEXT);
  public static final Member<String> MANAGED_DOCUMENT = optional("PolicyDocument", DOCUMENT);
  public static final Member<List<Field>> VERSIONS =
      list("PolicyVersionList", VERSION)
          .described("The latest first; the first is the default unless another one says so.");
  public static final Member<String> LAST_VERSION =
      optional("LastVersionId", VERSION_NAME)
          .described(
              "Default: the latest there is. A version that was deleted may have been later.");
  public static final ObjectType MANAGED_POLICY =
      new ObjectType(
          "managed",
          POLICY_NAME,
          PATH,
          MANAGED_ID,
          DESCRIPTION,
          CREATED,
          TAGS,
          MANAGED_DOCUMENT,
          VERSIONS,
          LAST_VERSION);

  public static final Member<Instant> USE_DATE = optional("Date", TIME);
  public static final Member<String> USE_SERVICE = required("ServiceName", SOME_TEXT);
  public static final Member<String> USE_REGION = required("Region", SOME_TEXT);
  public static final Member<Field> LAST_USED =
      optional("LastUsed", new ObjectType("lastUse", USE_DATE, USE_SERVICE, USE_REGION));

  public static final Member<String> KEY_ID =
      optional(
              "AccessKeyId", matching("[A-Za-z0-9_]{3,128}", "must be 3 to 128 letters, digits, _"))
          .described(GENERATED);
  public static final Member<String> KEY_SECRET =
      optional("SecretAccessKey", TEXT).or("").described("Generated when missing or empty.");
  public static final Member<String> KEY_STATUS =
      optional("Status", oneOf(List.of("Active", "Inactive"))).or("Active");
  public static final Member<Instant> KEY_VALID_FROM =
      optional("ValidFrom", TIME).described("Before, the key is unknown.");
  public static final ObjectType KEY =
      new ObjectType("key", KEY_ID, KEY_SECRET, KEY_STATUS, CREATED, KEY_VALID_FROM, LAST_USED);
  public static final Member<List<Field>> KEYS =
      optional("AccessKeys", listOf(KEY).atMost(2))
          .described("Without it there is one key; an empty list means none.");

  public static final Member<String> DEVICE_SERIAL =
      optional("SerialNumber", ofLength(9, 256))
          .described("Default: the ARN of a virtual device with the user's name.");
  public static final Member<String> DEVICE_SEED =
      optional("Seed", matching("([A-Za-z2-7]{2,}=*)?", "must be base32"))
          .described(
              "Base32. Generated when empty, and for a virtual device when missing; without it,"
                  + " codes of other kinds of devices cannot be checked.");
  public static final Member<Integer> DEVICE_OFFSET =
      optional("OffsetSeconds", whole(-MOST_OFFSET_SECONDS, MOST_OFFSET_SECONDS))
          .or(0)
          .described("How far ahead AWS believes the device's clock to be.");
  public static final Member<List<Integer>> DEVICE_USED_STEPS =
      optional("UsedSteps", listOf(whole(0, Integer.MAX_VALUE)))
          .or(List.of())
          .described("The 30-second steps since 1970 whose codes were used.");
  public static final Member<Instant> DEVICE_ENABLED = optional("EnableDate", TIME);
  public static final ObjectType DEVICE =
      new ObjectType(
          "device",
          DEVICE_SERIAL,
          DEVICE_SEED,
          DEVICE_OFFSET,
          DEVICE_USED_STEPS,
          DEVICE_ENABLED,
          TAGS);
  public static final Member<List<Field>> DEVICES =
      optional("MFADevices", listOf(DEVICE).atMost(8)).or(List.of());

  public static final Member<String> LOGIN_PASSWORD =
      optional("Password", SOME_TEXT).described(GENERATED);
  public static final Member<Boolean> LOGIN_RESET =
      optional("PasswordResetRequired", FLAG).or(false);
  public static final Member<Instant> LOGIN_CHANGED =
      optional("PasswordLastChanged", TIME).described("Default: the CreateDate.");
  public static final Member<Field> LOGIN_PROFILE =
      optional(
          "LoginProfile",
          new ObjectType("login", LOGIN_PASSWORD, LOGIN_RESET, CREATED, LOGIN_CHANGED));

  public static final Member<String> SERVICE_ID =
      optional("ServiceSpecificCredentialId", TEXT).described(GENERATED);
  public static final Member<String> SERVICE_NAME = required("ServiceName", SOME_TEXT);
  public static final Member<String> SERVICE_USER =
      optional("ServiceUserName", TEXT).described("Default: user-at-account.");
  public static final Member<String> SERVICE_PASSWORD =
      optional("ServicePassword", TEXT).described(GENERATED);
  public static final Member<Instant> SERVICE_EXPIRATION = optional("ExpirationDate", TIME);
  public static final Member<List<Field>> SERVICE_CREDENTIALS =
      list(
          "ServiceSpecificCredentials",
          new ObjectType(
              "serviceCredential",
              SERVICE_ID,
              SERVICE_NAME,
              SERVICE_USER,
              SERVICE_PASSWORD,
              KEY_STATUS,
              CREATED,
              SERVICE_EXPIRATION));

  public static final Member<String> USER_NAME = required("UserName", NAME_64);
  public static final Member<String> USER_ID = optional("UserId", TEXT).described(GENERATED);
  public static final Member<List<String>> USER_GROUPS =
      optional("GroupList", listOf(TEXT)).or(List.of()).described("Names of groups.");
  public static final ObjectType USER =
      new ObjectType(
          "user",
          USER_NAME,
          PATH,
          USER_ID,
          CREATED,
          KEYS,
          DEVICES,
          USER_GROUPS,
          POLICIES,
          ATTACHED_POLICIES,
          BOUNDARY,
          TAGS,
          LOGIN_PROFILE,
          SERVICE_CREDENTIALS);

  public static final Member<String> GROUP_NAME = required("GroupName", NAME_128);
  public static final Member<String> GROUP_ID = optional("GroupId", TEXT).described(GENERATED);
  public static final ObjectType GROUP =
      new ObjectType("group", GROUP_NAME, PATH, GROUP_ID, CREATED, POLICIES, ATTACHED_POLICIES);

  public static final Member<String> ROLE_NAME = required("RoleName", NAME_64);
  public static final Member<String> ROLE_ID = optional("RoleId", TEXT).described(GENERATED);
  public static final Member<Integer> ROLE_MAX_SESSION =
      optional("MaxSessionDuration", whole(3600, 43200)).or(3600).described("In seconds.");
  public static final Member<String> ROLE_TRUST =
      optional("AssumeRolePolicyDocument", DOCUMENT)
          .described("Without it, the role trusts its own account.");
  public static final ObjectType ROLE =
      new ObjectType(
          "role",
          ROLE_NAME,
          PATH,
          ROLE_ID,
          CREATED,
          ROLE_MAX_SESSION,
          ROLE_TRUST,
          DESCRIPTION,
          POLICIES,
          ATTACHED_POLICIES,
          BOUNDARY,
          TAGS);

  private IdentityMembers() {}

  private static Type<String> name(int longest) {
    return matching(
        "[A-Za-z0-9_+=,.@-]{1," + longest + "}",
        "must be 1 to " + longest + " letters, digits and _+=,.@-");
  }

  static Member<List<Field>> list(String name, ObjectType item) {
    return optional(name, listOf(item)).or(List.of());
  }
}
