package dev.keyturn.domain.profile.file;

import static dev.keyturn.domain.profile.file.HandedOn.EVERYWHERE;
import static dev.keyturn.domain.profile.file.HandedOn.IN_CONFIG;
import static dev.keyturn.domain.profile.file.HandedOn.IN_PROFILE;
import static dev.keyturn.domain.profile.file.HandedOn.NOT;

import dev.keyturn.domain.environment.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a profile that Keyturn reads or hands on. The constants have the names of the
 * settings, in upper case. {@code docs/settings.md} shows this table.
 *
 * <p>Sources: AWS SDKs and Tools Reference Guide, "Settings reference"; AWS CLI, "Configuration and
 * credential file settings"; aws-mfa and aws-vault for settings of their own.
 */
public enum ProfileSetting {
  REGION(EVERYWHERE, "AWS tools, Keyturn", "", Variable.AWS_REGION, Variable.AWS_DEFAULT_REGION),
  CA_BUNDLE(EVERYWHERE, "AWS tools, Keyturn", "", Variable.AWS_CA_BUNDLE),
  ENDPOINT_URL(EVERYWHERE, "AWS tools, Keyturn", "", Variable.AWS_ENDPOINT_URL),
  SERVICES(EVERYWHERE, "AWS tools, Keyturn", ""),
  IGNORE_CONFIGURED_ENDPOINT_URLS(
      EVERYWHERE, "AWS tools, Keyturn", "", Variable.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS),
  USE_FIPS_ENDPOINT(EVERYWHERE, "AWS tools, Keyturn", "", Variable.AWS_USE_FIPS_ENDPOINT),
  USE_DUALSTACK_ENDPOINT(EVERYWHERE, "AWS tools, Keyturn", "", Variable.AWS_USE_DUALSTACK_ENDPOINT),
  STS_REGIONAL_ENDPOINTS(IN_CONFIG, "AWS tools, Keyturn", "", Variable.AWS_STS_REGIONAL_ENDPOINTS),
  OUTPUT(IN_PROFILE, "AWS CLI", ""),

  RETRY_MODE(IN_CONFIG, "AWS tools", ""),
  MAX_ATTEMPTS(IN_CONFIG, "AWS tools", ""),
  DEFAULTS_MODE(IN_CONFIG, "AWS tools", ""),
  ENDPOINT_DISCOVERY_ENABLED(IN_CONFIG, "AWS tools", ""),
  ACCOUNT_ID_ENDPOINT_MODE(IN_CONFIG, "AWS tools", ""),
  TCP_KEEPALIVE(IN_CONFIG, "AWS tools", ""),
  PARAMETER_VALIDATION(IN_CONFIG, "AWS tools", ""),
  REQUEST_CHECKSUM_CALCULATION(IN_CONFIG, "AWS tools", ""),
  RESPONSE_CHECKSUM_VALIDATION(IN_CONFIG, "AWS tools", ""),
  REQUEST_MIN_COMPRESSION_SIZE_BYTES(IN_CONFIG, "AWS tools", ""),
  DISABLE_REQUEST_COMPRESSION(IN_CONFIG, "AWS tools", ""),
  SIGV4A_SIGNING_REGION_SET(IN_CONFIG, "AWS tools", ""),
  AUTH_SCHEME_PREFERENCE(IN_CONFIG, "AWS tools", ""),
  USER_AGENT_APPID(IN_CONFIG, "AWS tools", ""),
  SDK_UA_APP_ID(IN_CONFIG, "AWS tools", ""),
  S3_US_EAST_1_REGIONAL_ENDPOINT(IN_CONFIG, "AWS tools", ""),
  S3_USE_ARN_REGION(IN_CONFIG, "AWS tools", ""),
  S3_DISABLE_MULTIREGION_ACCESS_POINTS(IN_CONFIG, "AWS tools", ""),
  S3_DISABLE_EXPRESS_SESSION_AUTH(IN_CONFIG, "AWS tools", ""),
  S3(IN_CONFIG, "AWS CLI, boto3", ""),
  S3API(IN_CONFIG, "AWS CLI", ""),

  MFA_SERIAL(NOT, "AWS CLI, boto3, Keyturn", "--device", Variable.AWS_MFA_SERIAL),
  ROLE_ARN(NOT, "AWS tools, Keyturn", "--role-arn"),
  ROLE_SESSION_NAME(NOT, "AWS tools, Keyturn", "--role-session-name"),
  EXTERNAL_ID(NOT, "AWS tools, Keyturn", "--external-id"),
  DURATION_SECONDS(NOT, "AWS CLI, boto3, Keyturn (roles only)", "--duration"),
  SOURCE_PROFILE(NOT, "AWS tools, Keyturn", ""),
  CREDENTIAL_SOURCE(NOT, "AWS tools, Keyturn", ""),
  CREDENTIAL_PROCESS(NOT, "AWS tools, Keyturn", ""),
  MFA_PROCESS(NOT, "aws-vault, Keyturn", "--code"),
  KEYTURN_MFA_PROMPT(NOT, "Keyturn", "--prompt", Variable.KEYTURN_MFA_PROMPT),
  KEYTURN_MFA_DIGITS(NOT, "Keyturn", "", Variable.KEYTURN_MFA_DIGITS),
  KEYTURN_MFA_SEED(NOT, "Keyturn", ""),
  KEYTURN_MFA_YKMAN(NOT, "Keyturn", ""),
  KEYTURN_STORE(NOT, "Keyturn", ""),
  KEYTURN_ACCESS_KEY_ID(NOT, "Keyturn", "");

  /** The prefix of the AWS CLI's own settings, of which there are dozens. */
  private static final String OF_AWS_CLI = "cli_";

  private final String label;
  private final HandedOn handedOn;
  private final String readers;
  private final String option;
  private final @Nullable Variable variable;
  private final @Nullable Variable otherVariable;

  ProfileSetting(HandedOn handedOn, String readers, String option) {
    this(handedOn, readers, option, null, null);
  }

  ProfileSetting(HandedOn handedOn, String readers, String option, Variable variable) {
    this(handedOn, readers, option, variable, null);
  }

  ProfileSetting(
      HandedOn handedOn,
      String readers,
      String option,
      @Nullable Variable variable,
      @Nullable Variable otherVariable) {
    this.label = name().toLowerCase(Locale.ROOT);
    this.handedOn = handedOn;
    this.readers = readers;
    this.option = option;
    this.variable = variable;
    this.otherVariable = otherVariable;
  }

  /** The setting's name in the files. */
  public String label() {
    return label;
  }

  /** How it reaches the tools. */
  public HandedOn handedOn() {
    return handedOn;
  }

  /** Who reads it, for documentation. */
  public String readers() {
    return readers;
  }

  /** The option that takes precedence over everything else; empty for none. */
  public String option() {
    return option;
  }

  /** The variables that take precedence over the files, in order. */
  public List<Variable> variables() {
    List<Variable> all = new ArrayList<>();
    if (variable != null) {
      all.add(variable);
    }
    if (otherVariable != null) {
      all.add(otherVariable);
    }
    return all;
  }

  /** Whether a profile without it inherits it from its source profiles. */
  public boolean isInherited() {
    return isInherited(label);
  }

  /** Whether the setting called {@code name} is inherited. */
  public static boolean isInherited(String name) {
    return name.equals(REGION.label) || name.equals(OUTPUT.label) || name.equals(CA_BUNDLE.label);
  }

  /**
   * The settings that a new {@code -mfa} profile gets from the profile whose session it contains.
   */
  public static List<ProfileSetting> ofNewProfiles() {
    List<ProfileSetting> all = new ArrayList<>();
    for (ProfileSetting setting : values()) {
      if (setting.handedOn == EVERYWHERE || setting.handedOn == IN_PROFILE) {
        all.add(setting);
      }
    }
    return all;
  }

  /**
   * Whether tools that use an endpoint may see the setting called {@code name}. An unknown setting
   * may lead to credentials.
   */
  public static boolean isForTools(String name) {
    for (ProfileSetting setting : values()) {
      if (setting.label.equals(name)) {
        return setting.handedOn != NOT;
      }
    }
    return name.startsWith(OF_AWS_CLI);
  }
}
