package dev.keyturn.cli.command.doctor.check;

import java.util.Locale;

/** Every check, in the order in which its findings are shown; {@code docs/doctor.md} lists them. */
public enum CheckName {
  FILES("the AWS files can be read and follow their format"),
  PERMISSIONS("only you can read the credentials file and change the AWS files"),
  LINT("AWS SDKs and the AWS CLI interpret the AWS files the same way"),
  ENVIRONMENT("no environment variable overrides your profiles"),
  GIT("git ignores the credentials file, and .env in the current folder if it contains keys"),
  AWS_CLI("the AWS CLI is installed, and new enough for your profiles"),
  BOTO3("boto3 can use your profiles"),
  PROGRAMS("the programs that profiles run for credentials and codes are installed"),
  HOOK("the shell hook is installed once"),
  LEFTOVERS("no leftovers of similar tools get in the way"),
  KEYTURN("the command 'keyturn' runs this program"),
  STATE("Keyturn's own files can be written, and only you can read them"),

  PROFILE("the profile is complete: source, role, region, endpoint"),
  KEYS("the long-term keys are complete, not swapped, and not mixed with a session"),
  DEVICE("the profile names an MFA device, not a user"),
  SESSION("the session is valid"),

  CONNECTION("AWS can be reached: network, DNS, proxy, certificates"),
  CLOCK("this computer's clock agrees with AWS's"),
  IDENTITY("AWS accepts the keys or the session"),
  DEVICES("the user has an MFA device that fits the profile"),
  ACCESS_KEYS("the user has one access key, younger than 90 days"),
  MFA_POLICY("the user's policies require MFA, without traps"),
  ROLE("the role can be assumed"),
  ROLE_DURATION("the role allows sessions as long as the profile asks for");

  private final String meaning;

  CheckName(String meaning) {
    this.meaning = meaning;
  }

  /** Its stable name in outputs. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it calls AWS. */
  public boolean asksAws() {
    return compareTo(CONNECTION) >= 0;
  }

  /** The state that the check confirms. */
  public String meaning() {
    return meaning;
  }
}
