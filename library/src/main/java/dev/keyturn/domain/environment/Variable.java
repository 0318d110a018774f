package dev.keyturn.domain.environment;

import static dev.keyturn.domain.environment.Handling.ABOUT_THE_SESSION;
import static dev.keyturn.domain.environment.Handling.AWS_FILES;
import static dev.keyturn.domain.environment.Handling.CREDENTIALS;
import static dev.keyturn.domain.environment.Handling.ENDPOINT;
import static dev.keyturn.domain.environment.Handling.INSTANCE_ENDPOINT;
import static dev.keyturn.domain.environment.Handling.INSTANCE_SWITCH;
import static dev.keyturn.domain.environment.Handling.MARK;
import static dev.keyturn.domain.environment.Handling.MORE_OTHER_FILES;
import static dev.keyturn.domain.environment.Handling.OTHER_CREDENTIALS;
import static dev.keyturn.domain.environment.Handling.OTHER_ENDPOINT;
import static dev.keyturn.domain.environment.Handling.OTHER_FILES;
import static dev.keyturn.domain.environment.Handling.OWN;
import static dev.keyturn.domain.environment.Handling.READ;
import static dev.keyturn.domain.environment.Handling.SETTING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every environment variable that Keyturn reads, sets, removes or warns of, with who reads it. The
 * constants are named as the variables are. {@code docs/env.md} shows this table.
 *
 * <p>Sources: AWS SDKs and Tools Reference Guide, "Environment variables support"; for names that
 * it does not list, the credential providers of the tools named here.
 */
public enum Variable {
  AWS_ACCESS_KEY_ID(CREDENTIALS, "all AWS tools"),
  AWS_SECRET_ACCESS_KEY(CREDENTIALS, "all AWS tools"),
  AWS_SESSION_TOKEN(CREDENTIALS, "all AWS tools"),
  AWS_CREDENTIAL_EXPIRATION(CREDENTIALS, "AWS CLI, boto3, JavaScript SDK, prompts"),
  AWS_ACCOUNT_ID(ABOUT_THE_SESSION, "AWS SDKs (account-based endpoints), scripts"),

  AWS_PROFILE(OTHER_CREDENTIALS, "all AWS tools, Keyturn"),
  AWS_DEFAULT_PROFILE(OTHER_CREDENTIALS, "AWS CLI, boto3, Go and Ruby SDKs, Keyturn"),
  AWS_SECURITY_TOKEN(OTHER_CREDENTIALS, "boto, boto3, Ansible: the token's old name"),
  AWS_CREDENTIAL_SCOPE(OTHER_CREDENTIALS, "JavaScript SDK 3"),
  AWS_ACCESS_KEY(OTHER_CREDENTIALS, "Go, Java 1, Perl and Ruby SDKs, Ansible, s3cmd, EC2 tools"),
  AWS_SECRET_KEY(
      OTHER_CREDENTIALS, "Go, Java 1, .NET, Perl and Ruby SDKs, Ansible, s3cmd, EC2 tools"),
  AWS_DELEGATION_TOKEN(OTHER_CREDENTIALS, "EC2 tools"),
  AMAZON_ACCESS_KEY_ID(OTHER_CREDENTIALS, "JavaScript SDK 2, Ruby SDK"),
  AMAZON_SECRET_ACCESS_KEY(OTHER_CREDENTIALS, "JavaScript SDK 2, Ruby SDK"),
  AMAZON_SESSION_TOKEN(OTHER_CREDENTIALS, "JavaScript SDK 2, Ruby SDK"),
  EC2_ACCESS_KEY(OTHER_CREDENTIALS, "Ansible"),
  EC2_SECRET_KEY(OTHER_CREDENTIALS, "Ansible"),
  EC2_SECURITY_TOKEN(OTHER_CREDENTIALS, "Ansible"),
  AWS_CREDENTIAL_FILE(OTHER_CREDENTIALS, "boto, boto3, s3cmd, EC2 tools"),
  AWS_CREDENTIAL_PROFILES_FILE(OTHER_CREDENTIALS, "Java SDK 1"),
  AWS_WEB_IDENTITY_TOKEN_FILE(OTHER_CREDENTIALS, "AWS SDKs; .NET 3 prefers it to keys"),
  AWS_ROLE_ARN(OTHER_CREDENTIALS, "AWS SDKs, with AWS_WEB_IDENTITY_TOKEN_FILE"),
  AWS_ROLE_SESSION_NAME(OTHER_CREDENTIALS, "AWS SDKs, with AWS_WEB_IDENTITY_TOKEN_FILE"),

  AWS_CONTAINER_CREDENTIALS_FULL_URI(ENDPOINT, "AWS SDKs without other credentials"),
  AWS_CONTAINER_AUTHORIZATION_TOKEN(ENDPOINT, "AWS SDKs, with the URI"),
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI(
      OTHER_ENDPOINT, "AWS SDKs; takes precedence over the full URI"),
  AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE(
      OTHER_ENDPOINT, "AWS SDKs; takes precedence over the token"),
  AWS_EC2_METADATA_SERVICE_ENDPOINT(INSTANCE_ENDPOINT, "AWS SDKs without other credentials"),
  AWS_EC2_METADATA_DISABLED(INSTANCE_SWITCH, "AWS SDKs"),

  AWS_CONFIG_FILE(AWS_FILES, "all AWS tools, Keyturn"),
  AWS_SHARED_CREDENTIALS_FILE(AWS_FILES, "all AWS tools, Keyturn"),
  AWS_SDK_LOAD_CONFIG(AWS_FILES, "JavaScript SDK 2, which ignores the two above without it"),
  BOTO_CONFIG(OTHER_FILES, "boto, boto3, gsutil; ~/.boto and /etc/boto.cfg without it"),
  BOTO_PATH(MORE_OTHER_FILES, "boto"),

  AWS_REGION(SETTING, "all AWS tools, Keyturn"),
  AWS_DEFAULT_REGION(SETTING, "AWS CLI, boto3, Go and Ruby SDKs, Keyturn"),

  AWS_CA_BUNDLE(SETTING, "AWS CLI, boto3 and other SDKs, Keyturn"),
  AWS_USE_FIPS_ENDPOINT(SETTING, "AWS SDKs, Keyturn"),
  AWS_USE_DUALSTACK_ENDPOINT(SETTING, "AWS SDKs, Keyturn"),
  AWS_ENDPOINT_URL(SETTING, "AWS SDKs, Keyturn"),
  AWS_ENDPOINT_URL_STS(
      SETTING, "AWS SDKs, Keyturn; the same for the endpoint of any other service"),
  AWS_ENDPOINT_URL_IAM(
      SETTING, "AWS SDKs, Keyturn; the same for the endpoint of any other service"),
  AWS_ENDPOINT_URL_S3(SETTING, "AWS SDKs, Keyturn; the same for the endpoint of any other service"),
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS(SETTING, "AWS SDKs, Keyturn"),

  KEYTURN_PROFILE(MARK, "Keyturn, prompts"),
  KEYTURN_SET(MARK, "Keyturn: the settings that it has set here, to distinguish them from yours"),

  KEYTURN_MFA_CODE(OWN, "Keyturn: the MFA code"),
  KEYTURN_PROFILE_CHAIN(OWN, "Keyturn: the profiles whose programs are running"),

  AWS_MFA_SERIAL(READ, "Keyturn, aws-vault: the MFA device; set for mfa_process"),
  AWS_ENDPOINT_URL_SIGNIN(READ, "Keyturn: the endpoint that creates console sign-in URLs"),
  AWS_LOGIN_CACHE_DIRECTORY(READ, "AWS CLI, AWS SDKs, Keyturn: sessions of 'aws login'"),
  AWS_STS_REGIONAL_ENDPOINTS(READ, "AWS SDKs, Keyturn"),
  HTTPS_PROXY(READ, "most programs, Keyturn; https_proxy comes first"),
  HTTP_PROXY(READ, "most programs, Keyturn; http_proxy comes first"),
  NO_PROXY(READ, "most programs, Keyturn; no_proxy comes first"),
  NO_COLOR(READ, "most programs, Keyturn: no colours, and no QR code"),
  BROWSER(READ, "many programs, Keyturn: the browser for the console, such as firefox"),
  KEYTURN_HOME(READ, "Keyturn: its state folder"),
  KEYTURN_SAVE(READ, "Keyturn: if 'never', login writes no AWS file, as with --no-save"),
  KEYTURN_MFA_PROMPT(READ, "Keyturn: where MFA codes come from, as with --prompt"),
  KEYTURN_MFA_DIGITS(READ, "Keyturn: if 'show', the digits of a code are shown as they are typed"),
  KEYTURN_RENEW_WITHIN(READ, "Keyturn: when sessions are renewed"),
  KEYTURN_STORE_PASSPHRASE_COMMAND(
      READ, "Keyturn: the program that prints the passphrase or PIN of a place for keys"),
  KEYTURN_STORE_PLACE(READ, "that program: the place that needs it; set by Keyturn"),
  KEYTURN_JAVA_OPTIONS(READ, "Keyturn: options for its Java runtime");

  /**
   * The prefix of the names under which Keyturn's launcher and endpoint save the caller's values;
   * these are read before the plain names.
   */
  public static final String ORIGINAL = "KEYTURN_ORIGINAL_";

  private final Handling handling;
  private final String readers;

  Variable(Handling handling, String readers) {
    this.handling = handling;
    this.readers = readers;
  }

  /** How each handover treats it. */
  public Handling handling() {
    return handling;
  }

  /** Who reads it, for documentation. */
  public String readers() {
    return readers;
  }

  /** Its value in {@code environment}; empty when it is not set or blank, as in the AWS SDKs. */
  public String in(Map<String, String> environment) {
    String value = environment.get(name());
    return value == null || value.isBlank() ? "" : value;
  }

  /** Whether {@code environment} has a value for it. */
  public boolean isSet(Map<String, String> environment) {
    return !in(environment).isEmpty();
  }

  /** Whether the variable called {@code name} is a setting of a profile. */
  public static boolean isSetting(String name) {
    for (Variable variable : values()) {
      if (variable.name().equals(name)) {
        return variable.handling == SETTING;
      }
    }
    return name.startsWith(AWS_ENDPOINT_URL + "_");
  }

  /** Whether the variable called {@code name} contains a secret, which is never stored or shown. */
  public static boolean isSecret(String name) {
    return name.endsWith("_SECRET_ACCESS_KEY")
        || name.endsWith("_SECRET_KEY")
        || name.endsWith("_TOKEN")
        || name.equals(KEYTURN_MFA_CODE.name());
  }

  /** The variables on which {@code handover} has {@code effect}, in the order of the table. */
  public static List<Variable> with(Handover handover, Effect effect) {
    List<Variable> all = new ArrayList<>();
    for (Variable variable : values()) {
      if (variable.handling.by(handover) == effect) {
        all.add(variable);
      }
    }
    return all;
  }
}
