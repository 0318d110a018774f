package dev.keyturn.domain.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong for a reason its user can know.
 *
 * <p>Each case is a record of the facts; {@link #message()} says what is wrong in one sentence
 * without capital or full stop, {@link #hint()} the command to type next. Neither ever holds a
 * secret, a code or a token. {@link #exception()} throws it.
 */
public sealed interface Failure {

  /** What is wrong. */
  String message();

  /** The command to type next, or what to do; empty when there is nothing to do. */
  String hint();

  /** This failure as an exception. */
  default FailureException exception() {
    return new FailureException(this);
  }

  /** This failure as an exception, brought about by {@code cause}. */
  default FailureException exception(Throwable cause) {
    return new FailureException(this, cause);
  }

  // --- the call itself -------------------------------------------------------------------------

  /** Something typed is not understood. */
  record Usage(String message, String hint) implements Failure {}

  // --- profiles and files ----------------------------------------------------------------------

  /** No such profile in any file. */
  record UnknownProfile(String profile, String files, @Nullable String nearest) implements Failure {
    @Override
    public String message() {
      return "there is no profile '" + profile + "' in " + files;
    }

    @Override
    public String hint() {
      return nearest == null
          ? "keyturn status lists the profiles"
          : "did you mean '" + nearest + "'?";
    }
  }

  /** There is no profile at all, in any file. */
  record NoProfiles(String profile, String files) implements Failure {
    @Override
    public String message() {
      return "there is no profile '" + profile + "', nor any other, in " + files;
    }

    @Override
    public String hint() {
      return "aws configure" + (profile.equals("default") ? "" : " --profile " + profile);
    }
  }

  /** The profile that takes part in a chain does not exist. */
  record UnknownSource(String profile, String source, String place, @Nullable String nearest)
      implements Failure {
    @Override
    public String message() {
      return "profile '"
          + profile
          + "' names source_profile '"
          + source
          + "', which does not exist"
          + " ("
          + place
          + ")";
    }

    @Override
    public String hint() {
      return "keyturn config set profile."
          + profile
          + ".source_profile "
          + (nearest == null ? "NAME" : nearest);
    }
  }

  /** A chain of source profiles comes back to itself. */
  record SourceLoop(List<String> profiles) implements Failure {
    @Override
    public String message() {
      return "the source profiles form a loop: " + String.join(" -> ", profiles);
    }

    @Override
    public String hint() {
      return "keyturn config set profile." + profiles.get(0) + ".source_profile NAME";
    }
  }

  /** A file breaks a rule of its format. */
  record BrokenFile(String file, int line, String rule, String repair) implements Failure {
    @Override
    public String message() {
      return file + ":" + line + ": " + rule;
    }

    @Override
    public String hint() {
      return repair;
    }
  }

  /** A file is there but cannot be read. */
  record UnreadableFile(String file, String why) implements Failure {
    @Override
    public String message() {
      return "cannot read " + file + ": " + why;
    }

    @Override
    public String hint() {
      return "ls -l '" + file + "'";
    }
  }

  /** A file cannot be written; what was there is unchanged. */
  record UnwritableFile(String file, String why) implements Failure {

    /** What Linux and macOS say in English; in another language, the other hint has to do. */
    private static final String FULL_DISK = "No space left on device";

    @Override
    public String message() {
      return "cannot write " + file + ": " + why + "; it is as it was";
    }

    @Override
    public String hint() {
      int slash = file.lastIndexOf('/');
      String folder = slash < 0 ? "." : file.substring(0, Math.max(1, slash));
      return why.contains(FULL_DISK)
          ? "df -h '" + folder + "'"
          : "ls -ld '" + folder + "' '" + file + "'";
    }
  }

  /** The result could not be written to standard output. */
  record UnwritableOutput(String why) implements Failure {
    @Override
    public String message() {
      return "cannot write the result: " + why;
    }

    @Override
    public String hint() {
      return "df -h";
    }
  }

  /** A setting of a profile has a value that cannot be used, or is missing or contradictory. */
  record BadProfile(String profile, String message, String hint) implements Failure {}

  /** Writing there would destroy long-term keys or have no effect. */
  record ForbiddenTarget(String section, String message, String hint) implements Failure {}

  /** The user has no MFA device that can give a code. */
  record NoDevice(String user, boolean passkeyOnly) implements Failure {
    @Override
    public String message() {
      return passkeyOnly
          ? user + " has only a passkey, and STS cannot check passkeys: it needs a six-digit code"
          : user + " has no MFA device";
    }

    @Override
    public String hint() {
      String name = user.substring(user.lastIndexOf('/') + 1);
      return "add an authenticator app: aws iam create-virtual-mfa-device --virtual-mfa-device-name "
          + name
          + " --bootstrap-method QRCodePNG --outfile qr.png, scan it, then aws iam enable-mfa-device"
          + " --user-name "
          + name
          + " --serial-number SERIAL --authentication-code1 CODE --authentication-code2 NEXT";
    }
  }

  /** The device that a profile or option names cannot give a code. */
  record PasskeyNamed(String profile, String device) implements Failure {
    @Override
    public String message() {
      return "the MFA device of profile '"
          + profile
          + "' is a passkey, and STS cannot check passkeys: it needs a six-digit code ("
          + device
          + ")";
    }

    @Override
    public String hint() {
      return "name another device: keyturn login " + profile + " --device SERIAL";
    }
  }

  /** An endpoint would send codes and keys in the clear. */
  record PlainHttp(String endpoint) implements Failure {
    @Override
    public String message() {
      return "refusing to send keys and codes over plain http to " + endpoint;
    }

    @Override
    public String hint() {
      return "use https, or --allow-http if you are sure";
    }
  }

  // --- AWS said no -----------------------------------------------------------------------------

  /** The code was wrong, or spent elsewhere: AWS has one text for both. */
  record WrongCode(String device) implements Failure {
    @Override
    public String message() {
      return "AWS did not accept the code for " + device;
    }

    @Override
    public String hint() {
      return "wait for the next code, check that the app shows the right account, and that this"
          + " computer's clock is right";
    }
  }

  /** The code was accepted before, or may have been. */
  record UsedCode(String device, long secondsToNext) implements Failure {
    @Override
    public String message() {
      return "this code was already used for " + device + "; AWS accepts each code once";
    }

    @Override
    public String hint() {
      return "the next code comes in " + secondsToNext + " s";
    }
  }

  /** The serial number is unknown to AWS or somebody else's. */
  record UnknownDevice(String device) implements Failure {
    @Override
    public String message() {
      return "AWS knows no MFA device '" + device + "' of this user";
    }

    @Override
    public String hint() {
      return "aws iam list-mfa-devices, then keyturn login PROFILE --device SERIAL";
    }
  }

  /** A key is unknown to AWS, switched off, or its secret does not fit. */
  record RefusedKey(String accessKeyId, String code, String message, String hint)
      implements Failure {}

  /** This computer's clock differs too much from AWS's. */
  record ClockOff(long seconds) implements Failure {
    @Override
    public String message() {
      return "this computer's clock is "
          + Math.abs(seconds)
          + " s "
          + (seconds < 0 ? "behind" : "ahead of")
          + " AWS's";
    }

    @Override
    public String hint() {
      return "set the clock: sudo timedatectl set-ntp true";
    }
  }

  /** A policy does not allow the call, or STS refused it for another reason. */
  record Refused(String code, String message, String hint) implements Failure {}

  // --- a person is needed ----------------------------------------------------------------------

  /** A code is needed and there is nobody to ask. */
  record NoTerminal(String message, String hint) implements Failure {}

  /** There are several devices and nobody to choose. */
  record SeveralDevices(String user, List<String> devices) implements Failure {
    @Override
    public String message() {
      return user + " has several MFA devices: " + String.join(", ", devices);
    }

    @Override
    public String hint() {
      return "keyturn login PROFILE --device " + devices.get(0);
    }
  }

  // --- AWS cannot be reached -------------------------------------------------------------------

  /** No answer came; {@code sent} tells whether the request may have arrived. */
  record Unreachable(String endpoint, String why, boolean sent) implements Failure {
    @Override
    public String message() {
      return "cannot reach " + endpoint + ": " + why;
    }

    @Override
    public String hint() {
      return "check the network, HTTPS_PROXY and AWS_ENDPOINT_URL";
    }
  }

  /** An answer came that is a fault or no answer of AWS at all. */
  record ServiceFault(String endpoint, String what) implements Failure {
    @Override
    public String message() {
      return endpoint + " answered with a fault: " + what;
    }

    @Override
    public String hint() {
      return "try again; if it stays, check AWS_ENDPOINT_URL and https://health.aws.amazon.com";
    }
  }

  /** AWS wants to be asked more slowly, and went on wanting it however slowly it was asked. */
  record Throttled(String endpoint, String code) implements Failure {
    @Override
    public String message() {
      return endpoint + " is asked too often (" + code + ")";
    }

    @Override
    public String hint() {
      return "try again in a minute";
    }
  }

  // --- files in use ----------------------------------------------------------------------------

  /** Another Keyturn process holds the file's lock for too long. */
  record FileBusy(String file, long holder) implements Failure {
    @Override
    public String message() {
      return file + " is being changed by process " + holder + "; nothing was written";
    }

    @Override
    public String hint() {
      return "try again; see what it is: ps -p " + holder;
    }
  }

  /** A program that takes no lock changed the file meanwhile. */
  record FileChanged(String file) implements Failure {
    @Override
    public String message() {
      return file + " was changed by another program meanwhile; nothing was written";
    }

    @Override
    public String hint() {
      return "run the same command again";
    }
  }

  /** The program that a user wants to run cannot be run; {@code found} when it is there. */
  record NoProgram(String program, boolean found) implements Failure {
    @Override
    public String message() {
      return "cannot run '" + program + "': " + (found ? "it is no program" : "it is not there");
    }

    @Override
    public String hint() {
      return found ? "ls -l \"$(command -v '" + program + "')\"" : "check its name and the PATH";
    }
  }

  /** The user pressed Ctrl-C, or the terminal went away. */
  record Interrupted() implements Failure {
    @Override
    public String message() {
      return "interrupted; the files are as they were";
    }

    @Override
    public String hint() {
      return "";
    }
  }
}
