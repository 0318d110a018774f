package dev.keyturn.cli.app;

import static dev.keyturn.cli.app.PlantedFault.changed;
import static dev.keyturn.cli.app.PlantedFault.clock;
import static dev.keyturn.cli.app.PlantedFault.config;
import static dev.keyturn.cli.app.PlantedFault.fixable;
import static dev.keyturn.cli.app.PlantedFault.keys;
import static dev.keyturn.cli.app.PlantedFault.mode;
import static dev.keyturn.cli.app.PlantedFault.onlyConfig;
import static dev.keyturn.cli.app.PlantedFault.planted;
import static dev.keyturn.cli.app.PlantedFault.variables;
import static dev.keyturn.cli.app.PlantedFault.workTree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.app.PlantedFault.Repair;
import dev.keyturn.cli.command.doctor.check.CheckName;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code keyturn doctor} finds and names every fault that is planted, and repairs what it can. */
class PlantedFaultsTest {

  private static final String ID = "AKIAIOSFODNN7EXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String ROLE = "role_arn = arn:aws:iam::123456789012:role/";

  @TempDir private static Path folder;

  private static SandboxProcess sandbox;

  @TempDir private Path home;

  @BeforeAll
  static void startAws() {
    sandbox = DoctorHome.aws(folder);
  }

  @AfterAll
  static void stopAws() {
    sandbox.close();
  }

  static Stream<PlantedFault> faults() {
    return Stream.of(
            ofFiles(), ofVariables(), ofComputer(), ofLeftovers(), ofProfile(), ofKeys(), ofAws())
        .flatMap(List::stream);
  }

  private static List<PlantedFault> ofFiles() {
    return List.of(
        planted("a broken line", "fail", "files", "config:1", config("").andThen(broken())),
        planted("no files", "info", "files", "hint: keyturn setup", noFiles()),
        fixable(
            "others read keys",
            "warn",
            "permissions",
            "hint: chmod 600",
            mode(".aws/credentials", "rw-r--r--")),
        fixable(
            "others change keys",
            "fail",
            "permissions",
            "hint: chmod 600",
            mode(".aws/credentials", "rw-rw----")),
        fixable(
            "others change settings",
            "fail",
            "permissions",
            "hint: chmod 600",
            mode(".aws/config", "rw-rw-rw-")),
        fixable(
            "others change the folder",
            "fail",
            "permissions",
            "hint: chmod 700",
            mode(".aws", "rwxrwxrwx")),
        fixable(
            "a section twice",
            "fail",
            "lint",
            "hint: keyturn config lint --fix",
            changed("[alice-long-term]", "[a]\n# one\n[a]\noutput = json\n[alice-long-term]")),
        planted(
            "a placeholder for a key",
            "warn",
            "lint",
            "placeholder",
            changed("[alice-long-term]", "[a]\naws_access_key_id = XXXXX\n[alice-long-term]")));
  }

  private static List<PlantedFault> ofVariables() {
    String id = "AWS_ACCESS_KEY_ID=" + ID;
    String secret = "AWS_SECRET_ACCESS_KEY=s";
    String token = "AWS_SESSION_TOKEN=t";
    String end = "AWS_CREDENTIAL_EXPIRATION=2026-11-21T11:59:59Z";
    return List.of(
        planted("a part of a key", "fail", "environment", "hint: unset AWS_ACC", variables(id)),
        planted("a key", "warn", "environment", "takes precedence", variables(id, secret)),
        planted("a session", "warn", "environment", "a session", variables(id, secret, token)),
        planted("an old one", "fail", "environment", "expired", variables(id, secret, token, end)),
        planted(
            "a code",
            "warn",
            "environment",
            "hint: unset KEYTURN_MFA_CODE",
            variables("KEYTURN_MFA_CODE=123456")),
        planted(
            "a variable of old SDKs",
            "warn",
            "environment",
            "hint: unset AWS_SECURITY_TOKEN",
            variables("AWS_SECURITY_TOKEN=t")),
        planted(
            "a wrong profile", "warn", "environment", "'alcie'", variables("AWS_PROFILE=alcie")),
        planted(
            "two profiles",
            "warn",
            "environment",
            "hint: unset AWS_DEFAULT_PROFILE",
            variables("AWS_PROFILE=alice", "AWS_DEFAULT_PROFILE=alice-long-term")),
        planted(
            "two regions",
            "warn",
            "environment",
            "hint: unset AWS_DEFAULT_REGION",
            variables("AWS_REGION=eu-west-1", "AWS_DEFAULT_REGION=eu-west-2")),
        planted(
            "no duration",
            "fail",
            "environment",
            "KEYTURN_RENEW_WITHIN",
            variables("KEYTURN_RENEW_WITHIN=soon")));
  }

  private static List<PlantedFault> ofComputer() {
    String hook = "eval \"$(keyturn shell init bash)\"\n";
    String login = "[profile l]\nlogin_session = x\n";
    return List.of(
        planted(
            "keys that git tracks",
            "fail",
            "git",
            "rm --cached credentials",
            home -> workTree(home, "add", "-f", ".aws/credentials")),
        planted("keys that git would take", "warn", "git", "/.gitignore", home -> workTree(home)),
        planted(
            "an AWS CLI without login",
            "fail",
            "aws-cli",
            "AWS CLI 2.31.9",
            config(login).andThen(home -> home.install("aws", "aws-cli/2.31.9 Python/3.13"))),
        planted(
            "another program called aws",
            "info",
            "aws-cli",
            "'aws' is not the AWS CLI",
            home -> home.install("aws", "1.0")),
        planted(
            "a program that says nothing",
            "info",
            "aws-cli",
            "'aws --version' printed nothing",
            home -> home.install("aws", "")),
        planted(
            "a file in place of the state's folder",
            "fail",
            "state",
            "hint: mv ",
            home -> home.write(".local/state/keyturn", "")),
        planted(
            "boto3 without CRT",
            "warn",
            "boto3",
            "hint: python3 -m pip install 'botocore[crt]'",
            config(login).andThen(home -> home.install("python3", "True False"))),
        planted(
            "no program for codes",
            "fail",
            "programs",
            "config:3: mfa_process runs '/no such'",
            config("mfa_process = \"/no such\" code\n")),
        planted(
            "no program for keys",
            "fail",
            "programs",
            "credential_process runs 'gone'",
            config("[profile p]\ncredential_process = gone --json\n")),
        planted(
            "a hook twice",
            "warn",
            "hook",
            "2 times",
            home -> home.write(".bashrc", "# " + hook + hook + hook)),
        planted("no hook", "info", "hook", "hint: keyturn help shell init", home -> {}),
        fixable(
            "an open folder",
            "fail",
            "state",
            "hint: chmod 700",
            home -> {
              home.write(".local/state/keyturn/x", "");
              home.mode(".local/state/keyturn", "rwxr-xr-x");
            }),
        fixable(
            "an open record",
            "fail",
            "state",
            "hint: chmod 600",
            home -> {
              home.write(".local/state/keyturn/sessions/1", "");
              home.mode(".local/state/keyturn", "rwx------");
              home.mode(".local/state/keyturn/sessions", "rwx------");
              home.mode(".local/state/keyturn/sessions/1", "rw-r--r--");
            }));
  }

  private static List<PlantedFault> ofLeftovers() {
    String copied = "[autoawsume-dev]\naws_access_key_id = ASIAIOSFODNN7EXAMPLE\n";
    return List.of(
        planted(
            "a shell of aws-vault", "warn", "leftovers", "hint: exit", variables("AWS_VAULT=dev")),
        planted("awsume", "warn", "leftovers", "hint: awsume -u", variables("AWSUME_PROFILE=dev")),
        planted(
            "granted",
            "warn",
            "leftovers",
            "hint: assume --unset",
            variables("GRANTED_AWS_ROLE_PROFILE=dev")),
        planted(
            "aws-mfa", "info", "leftovers", "hint: unset MFA_DEVICE", variables("MFA_DEVICE=x")),
        planted(
            "a copy of a session",
            "info",
            "leftovers",
            "[autoawsume-dev] is a copy",
            home -> home.write(".aws/credentials", copied + DoctorHome.KEYS)),
        planted(
            "a folder", "info", "leftovers", "folder of leapp", home -> home.write(".Leapp/x", "")),
        planted(
            "an alias",
            "info",
            "leftovers",
            ".zshrc has a line of granted",
            home -> home.write(".zshrc", "alias assume=\"source assume\"\n")));
  }

  private static List<PlantedFault> ofProfile() {
    String loop = "[profile b]\n" + ROLE + "b\nsource_profile = alice\n";
    String alice = "[profile alice]\n";
    return List.of(
        planted(
            "not a region",
            "fail",
            "profile",
            "keyturn help bad-profile",
            onlyConfig(alice + "region = eu central\n")),
        planted(
            "no such source",
            "fail",
            "profile",
            "keyturn help unknown-source-profile",
            onlyConfig(alice + ROLE + "a\nsource_profile = bop\n")),
        planted(
            "a loop",
            "fail",
            "profile",
            "keyturn help source-profile-loop",
            onlyConfig(alice + ROLE + "a\nsource_profile = b\n" + loop)),
        planted(
            "plain http",
            "fail",
            "profile",
            "keyturn help plain-http",
            onlyConfig(alice + "endpoint_url = http://example.com\n")),
        planted("no region", "info", "profile", "us-east-1", home -> home.write(".aws/config", "")),
        planted(
            "no such profile",
            "fail",
            "profile",
            "did you mean 'alice2'?",
            onlyConfig("").andThen(changed("alice-long-term", "alice2"))),
        planted("no session", "info", "session", "hint: keyturn login alice", home -> {}),
        planted(
            "an old session",
            "info",
            "session",
            "expired",
            home -> {
              home.login("alice", "alice");
              home.advance(Duration.ofHours(13));
            }));
  }

  private static List<PlantedFault> ofKeys() {
    String short39 = SECRET.substring(1);
    return List.of(
        planted("swapped", "fail", "keys", "swapped", keys("alice", SECRET, ID)),
        fixable(
            "a token left over",
            "fail",
            "keys",
            "keyturn config unset profile.alice.aws_session_token",
            keys("alice", ID, SECRET, "aws_session_token = tok")),
        planted(
            "no token",
            "fail",
            "keys",
            "without its session token",
            keys("alice", "ASIAIOSFODNN7EXAMPLE", SECRET)),
        planted("a short secret", "warn", "keys", "39 characters", keys("alice", ID, short39)),
        planted(
            "an odd id", "warn", "keys", "not look like", keys("alice", "AKIAiosfodnn", SECRET)),
        planted("a secret as id", "warn", "keys", "not look like", keys("alice", SECRET, SECRET)),
        planted(
            "a user as device",
            "fail",
            "device",
            "profile.alice-long-term.aws_mfa_device arn:aws:iam::123456789012:mfa/alice",
            changed(":mfa/", ":user/team/")),
        fixable(
            "a user as device, who has one",
            "fail",
            "devices",
            "profile.alice-long-term.aws_mfa_device arn:aws:iam::123456789012:mfa/alice",
            changed(":mfa/alice", ":user/someone")));
  }

  private static List<PlantedFault> ofAws() {
    String role = "[profile alice]\n" + ROLE + "readonly\nsource_profile = twin\n";
    return List.of(
        planted(
            "no network",
            "fail",
            "connection",
            "keyturn help unreachable",
            variables("AWS_ENDPOINT_URL=http://127.0.0.1:1")),
        planted("31 s ahead", "warn", "clock", "31 s ahead of AWS's", clock(31)),
        planted("5 minutes ahead", "fail", "clock", "301 s ahead of AWS's", clock(301)),
        planted("15 minutes behind", "fail", "clock", "901 s behind AWS's", clock(-901)),
        planted("an unknown key", "fail", "identity", "does not know", changed("ODNN7", "ODNN8")),
        planted("a wrong secret", "fail", "identity", "does not belong", changed("wJalr", "xJalr")),
        planted(
            "a device of another", "fail", "devices", "mfa/alice", changed("mfa/alice", "mfa/bob")),
        planted(
            "no device",
            "fail",
            "devices",
            "has no MFA device",
            keys("alice", "AKIANEWCOMER000EXAMPLE", "newcomer/K7MDENG/bPxRfiCEXAMPLEKEY000000")),
        planted(
            "only a passkey",
            "fail",
            "devices",
            "has only a passkey",
            keys("alice", "AKIAPASSKEY0000EXAMPLE", "passkey/K7MDENG/bPxRfiCYEXAMPLEKEY000000")),
        planted("the root user", "warn", "identity", "keys of the root user", rootKeys()),
        planted(
            "a device of root",
            "fail",
            "devices",
            "hint: create an IAM user, and use its keys: keyturn user setup NAME -p alice",
            rootKeys()),
        planted("no policy for root", "info", "mfa-policy", "no policy limits", rootKeys()),
        planted(
            "two devices",
            "info",
            "devices",
            "the user has several MFA devices",
            keys("alice", "AKIATWIN0000000EXAMPLE", "twin/K7MDENG/bPxRfiCY/twinEXAMPLEKEY0000")),
        planted(
            "an old key",
            "warn",
            "access-keys",
            "hint: keyturn keys rotate alice",
            home -> {
              home.write(".aws/credentials", DoctorHome.TWIN_KEYS);
              home.passTime(Duration.ofDays(91));
            }),
        planted(
            "no need of MFA",
            "info",
            "mfa-policy",
            "do not require MFA",
            home -> home.write(".aws/credentials", DoctorHome.TWIN_KEYS)),
        planted(
            "a role that refuses",
            "fail",
            "role",
            "not authorized",
            home -> {
              home.login("alice", "alice");
              String none = ROLE + "none\nsource_profile = user\n[profile user]\n";
              home.write(".aws/credentials", DoctorHome.KEYS.replace("alice-long", "user-long"));
              home.write(".aws/config", "[profile alice]\n" + none);
              home.login("user", "alice");
            }),
        planted(
            "longer than the role allows",
            "fail",
            "role-duration",
            "keyturn config set profile.alice.duration_seconds 3600",
            home -> {
              home.write(".aws/credentials", DoctorHome.TWIN_KEYS.replace("alice-", "twin-"));
              home.write(".aws/config", role + "duration_seconds = 43200\n[profile twin]\n");
            }));
  }

  private static PlantedFault.Planting rootKeys() {
    return keys("alice", "AKIAROOT0000000EXAMPLE", "root/K7MDENG/bPxRfiCY/rootEXAMPLEKEY0000");
  }

  private static PlantedFault.Planting broken() {
    return home -> home.write(".aws/config", "[profile alice\nregion = eu-central-1\n");
  }

  private static PlantedFault.Planting noFiles() {
    return variables("AWS_CONFIG_FILE=/no/config", "AWS_SHARED_CREDENTIALS_FILE=/no/credentials");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_planted_fault_is_found_and_named(PlantedFault fault) throws IOException {
    DoctorHome planted = new DoctorHome(home, sandbox);
    fault.plant().in(planted);
    Outcome outcome = planted.doctor("alice");
    DoctorHome.assertFinding(outcome, fault.level(), fault.check(), fault.said());
    assertThat(outcome.out()).doesNotContain(SECRET, "twin/K7MDENG");
    if (fault.repair() == Repair.BY_FIX) {
      planted.doctor("alice", "--fix");
      assertThat(DoctorHome.findings(planted.doctor("alice")))
          .noneMatch(it -> it.startsWith(fault.level() + " " + fault.check() + " "));
    }
  }

  /**
   * Which Keyturn is first in PATH is a question to an installed one: {@code KeyturnChecksTest}.
   */
  @Test
  void every_check_has_a_fault() {
    assertThat(faults().map(PlantedFault::check).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(CheckName.values())
                .filter(check -> check != CheckName.KEYTURN)
                .map(CheckName::text)
                .toList());
  }
}
