package dev.keyturn.cli.command.doctor;

import java.util.Locale;

/** Every check, in the order in which its findings are shown; {@code docs/doctor.md} lists them. */
public enum CheckName {
  FILES("the AWS files can be read and follow their format"),
  PERMISSIONS("only you can read the credentials file and change the AWS files"),
  LINT("AWS SDKs and the AWS CLI read the AWS files alike"),
  ENVIRONMENT("no variable gets in the way of profiles"),
  GIT("git takes neither the credentials file nor keys in .env of the current folder"),
  AWS_CLI("the AWS CLI is installed, and new enough for your profiles"),
  PROGRAMS("the programs that profiles run for credentials and codes are installed"),
  HOOK("the shell hook is installed once"),
  STATE("Keyturn's own state is yours alone"),

  PROFILE("the profile is complete: source, role, region, endpoint"),
  KEYS("the long-term keys are whole, not swapped, and not mixed with a session"),
  DEVICE("the profile names an MFA device, not a user"),
  SESSION("the session is valid"),

  CONNECTION("AWS can be reached: network, DNS, proxy, certificates"),
  CLOCK("this computer's clock agrees with AWS's"),
  IDENTITY("AWS knows the keys or the session"),
  DEVICES("the user has an MFA device that fits the profile"),
  ACCESS_KEYS("the user's access keys are younger than 90 days, and no more than one"),
  MFA_POLICY("the user's policies require MFA, without traps"),
  ROLE("the role can be assumed");

  private final String meaning;

  CheckName(String meaning) {
    this.meaning = meaning;
  }

  /** Its stable name in outputs. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is so when the check is ok. */
  public String meaning() {
    return meaning;
  }
}
