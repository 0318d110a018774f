package dev.keyturn.domain.failure;

import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A profile does not say how to get a session, or must not be used as it is. */
public sealed interface ProfileFailure extends Failure {

  /** No file has a profile of this name. */
  record Unknown(String profile, String files, @Nullable String nearest) implements ProfileFailure {
    @Override
    public String message() {
      return "there is no profile '" + profile + "' in " + files;
    }

    @Override
    public String hint() {
      return nearest == null ? "keyturn status" : "did you mean '" + nearest + "'?";
    }
  }

  /**
   * A section was meant for the profile, but AWS tools do not read it as one.
   *
   * @param header its header, brackets included
   * @param place its file and line
   * @param why what is wrong with the header
   * @param repair what to do
   */
  record Misnamed(String profile, String header, String place, String why, String repair)
      implements ProfileFailure {
    @Override
    public FailureName name() {
      return FailureName.UNKNOWN_PROFILE;
    }

    @Override
    public String message() {
      return ("there is no profile '" + profile + "': " + header + " at " + place + " " + why);
    }

    @Override
    public String hint() {
      return repair;
    }
  }

  /** No file has any profile. */
  record NoProfiles(String profile, String files) implements ProfileFailure {
    @Override
    public String message() {
      return "there is no profile '" + profile + "', nor any other, in " + files;
    }

    @Override
    public String hint() {
      return ShellCommand.of("keyturn", "setup", profile);
    }
  }

  /** A profile names a source profile that does not exist. */
  record UnknownSource(String profile, String source, String place, @Nullable String nearest)
      implements ProfileFailure {
    @Override
    public String message() {
      return ("profile '" + profile + "' names source_profile '" + source)
          + ("', which does not exist (" + place + ")");
    }

    @Override
    public String hint() {
      String name = nearest == null ? "NAME" : nearest;
      return ShellCommand.of(
          "keyturn", "config", "set", "profile." + profile + ".source_profile", name);
    }
  }

  /** A chain of source profiles leads back to itself. */
  record SourceLoop(List<String> profiles) implements ProfileFailure {
    @Override
    public String message() {
      return "the source profiles form a loop: " + String.join(" -> ", profiles);
    }

    @Override
    public String hint() {
      return ShellCommand.of(
          "keyturn", "config", "set", "profile." + profiles.get(0) + ".source_profile", "NAME");
    }
  }

  /** A setting has a value that cannot be used, is missing, or contradicts another. */
  record Bad(String profile, String message, String hint) implements ProfileFailure {}

  /** Writing to this section would destroy long-term keys or have no effect. */
  record ForbiddenTarget(String section, String message, String hint) implements ProfileFailure {}

  /**
   * The keys are those of an account's root user. AWS offers MFA for API calls to IAM users only.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html">
   *     MFA-protected API access</a>
   */
  record RootUser(String profile) implements ProfileFailure {

    /** For a profile that is not known here. */
    public RootUser() {
      this(PROFILE);
    }

    /** Whether this is the ARN of a root user. */
    public static boolean is(String arn) {
      return arn.endsWith(":root");
    }

    @Override
    public String message() {
      return "profile '"
          + profile
          + "' has keys of the root user: AWS accepts no MFA code with them, and its devices can"
          + " only be managed in the AWS console";
    }

    @Override
    public String hint() {
      return "create an IAM user, and use its keys: "
          + ShellCommand.of("keyturn", "user", "setup", "NAME", "-p", profile)
          + "; manage the devices of root at"
          + " https://console.aws.amazon.com/iam/home#/security_credentials";
    }

    @Override
    public Failure concerning(String other) {
      return new RootUser(other);
    }
  }

  /** The user has no MFA device that can give a code. */
  record NoDevice(String user, boolean passkeyOnly, String profile) implements ProfileFailure {

    /** For a profile that is not known here. */
    public NoDevice(String user, boolean passkeyOnly) {
      this(user, passkeyOnly, PROFILE);
    }

    @Override
    public FailureName name() {
      return passkeyOnly ? FailureName.PASSKEY_ONLY : FailureName.NO_MFA_DEVICE;
    }

    @Override
    public String message() {
      return passkeyOnly
          ? user + " has only a passkey, and STS cannot check passkeys: it needs a six-digit code"
          : user + " has no MFA device";
    }

    @Override
    public String hint() {
      return "add an authenticator app: "
          + ShellCommand.of("keyturn", "mfa", "enroll", "-p", profile)
          + (passkeyOnly
              ? ", or sign in with the passkey: "
                  + ShellCommand.of("aws", "login", "--profile", profile + "-login")
              : "");
    }

    @Override
    public Failure concerning(String other) {
      return new NoDevice(user, passkeyOnly, other);
    }
  }

  /** A profile or an option names a device that cannot give a code. */
  record PasskeyNamed(String profile, String device) implements ProfileFailure {
    @Override
    public String message() {
      return ("the MFA device of profile '" + profile)
          + ("' is a passkey, and STS cannot check passkeys: it needs a six-digit code (" + device)
          + ")";
    }

    @Override
    public String hint() {
      return "name another device: "
          + (ShellCommand.ADD + "device SERIAL" + ShellCommand.ELSE)
          + ShellCommand.of("keyturn", "login", profile, "--device", "SERIAL");
    }
  }

  /**
   * Nobody is signed in with the AWS CLI.
   *
   * @param command the words of the AWS CLI that sign in
   * @param obstacle why the AWS CLI of this computer cannot sign in; empty if it can
   */
  record SignedOut(String profile, List<String> command, String obstacle)
      implements ProfileFailure {

    /** With an AWS CLI that can sign in. */
    public SignedOut(String profile, List<String> command) {
      this(profile, command, "");
    }

    @Override
    public String message() {
      return ("profile '" + profile + "' uses 'aws " + String.join(" ", command) + "', and ")
          + (obstacle.isEmpty() ? "the AWS CLI has no valid credentials for it" : obstacle);
    }

    @Override
    public String hint() {
      return obstacle.isEmpty()
          ? "aws " + String.join(" ", command) + " " + ShellCommand.of("--profile", profile)
          : "install version 2 of the AWS CLI:"
              + " https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html";
    }
  }

  /** Keys and codes would be sent unencrypted. */
  record PlainHttp(String endpoint) implements ProfileFailure {
    @Override
    public String message() {
      return "refusing to send keys and codes over plain http to " + endpoint;
    }

    @Override
    public String hint() {
      return "use https, or if you are sure: " + ShellCommand.ADD + "allow-http";
    }
  }
}
