package dev.keyturn.domain.failure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One example of each kind of failure, two where a fact changes its name. */
public final class EveryFailure {

  private static final String ENDPOINT = "https://sts.eu-west-1.amazonaws.com";
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/alice";
  private static final String USER = "arn:aws:iam::123456789012:user/alice";

  private EveryFailure() {}

  public static List<Failure> examples() {
    return List.of(
        new Failure.Usage("'x' is not a duration", "write it as 12h"),
        new Failure.NoTerminal("there is no terminal to ask on", "keyturn login dev CODE"),
        new Failure.NoMfaCode("the dialog was cancelled", "keyturn login dev"),
        new Failure.SeveralDevices(USER, List.of(DEVICE, "GAHT12345678")),
        new Failure.NoProgram("terraform", true),
        new Failure.NoProgram("terraform", false),
        new Failure.UnwritableOutput("No space left on device"),
        new Failure.OfAnother(
            FailureName.WRONG_CODE, "AWS did not accept it", "keyturn login PROFILE"),
        new Failure.Interrupted(),
        new AwsFailure.WrongCode(DEVICE),
        new AwsFailure.UsedCode(DEVICE, 12),
        new AwsFailure.UnknownDevice(DEVICE),
        new AwsFailure.RefusedKey(
            "AKIAIOSFODNN7EXAMPLE", "InvalidClientTokenId", "unknown", RefusedKeyCause.UNKNOWN),
        new AwsFailure.ClockOff(-1200),
        new AwsFailure.Refused("AccessDenied", "not authorized", "keyturn explain dev"),
        new AwsFailure.Unreachable(ENDPOINT, "no answer in time", true),
        new AwsFailure.Unreachable(ENDPOINT, "connection refused", false),
        new AwsFailure.ServiceFault(ENDPOINT, "HTTP 500"),
        new AwsFailure.Throttled(ENDPOINT, "Throttling"),
        new FileFailure.Broken("/home/alice/.aws/config", 3, "a header must end with ]", "add ]"),
        new FileFailure.Unreadable("/home/alice/.aws/config", "permission denied"),
        new FileFailure.Unwritable("/home/alice/.aws/config", "permission denied"),
        new FileFailure.UnwritableTarget(
            "dev", "dev-mfa", "/home/alice/.aws/credentials", "it is read-only"),
        new FileFailure.NoStateFolder("/home/alice/.local/state/keyturn", "permission denied"),
        new FileFailure.NoStateFolder(
            "/state", "it belongs to root, and the group '2000' may write to it"),
        new FileFailure.Busy("/home/alice/.aws/config", 4711),
        new FileFailure.Changed("/home/alice/.aws/config"),
        new FileFailure.Edited("/home/alice/.aws/config", "config set", "profile.dev.region"),
        new ProfileFailure.Unknown("dve", "/home/alice/.aws/config", "dev"),
        new ProfileFailure.Unknown("x", "/home/alice/.aws/config", null),
        new ProfileFailure.Misnamed(
            "dev",
            "[profile 'dev']",
            "/home/alice/.aws/config:3",
            "is not read by AWS SDKs because of the quotes",
            "write line 3 of /home/alice/.aws/config as [profile dev]"),
        new ProfileFailure.NoProfiles("dev", "/home/alice/.aws/config"),
        new ProfileFailure.UnknownSource("admin", "user", "config:7", null),
        new ProfileFailure.SourceLoop(List.of("a", "b", "a")),
        new ProfileFailure.Bad("dev", "region is empty", "keyturn explain dev"),
        new ProfileFailure.ForbiddenTarget("dev", "[dev] has role_arn", "--save-as dev-mfa"),
        new ProfileFailure.RootUser("dev"),
        new ProfileFailure.NoDevice(USER, true),
        new ProfileFailure.NoDevice(USER, false),
        new ProfileFailure.PasskeyNamed("dev", "arn:aws:iam::123456789012:u2f/user/alice/key"),
        new ProfileFailure.SignedOut("dev", List.of("sso", "login")),
        new ProfileFailure.SignedOut("dev", List.of("login"), "the AWS CLI is not installed"),
        new ProfileFailure.PlainHttp("http://sts.example"),
        new StoreFailure.Unavailable(
            "the keychain", "there is no desktop session", "keyturn login"),
        new StoreFailure.Locked("the encrypted file", "nobody was asked", "keyturn store unlock"),
        new StoreFailure.WrongPassphrase(
            "the encrypted file", "passphrase", "keyturn store unlock"),
        new StoreFailure.Missing("the keychain", "access-key/AKIAIOSFODNN7EXAMPLE"));
  }

  /** The records among {@code type} and the types that it permits. */
  static Stream<Class<?>> kinds(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(EveryFailure::kinds);
  }
}
