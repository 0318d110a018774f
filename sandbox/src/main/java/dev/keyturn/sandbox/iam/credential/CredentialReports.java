package dev.keyturn.sandbox.iam.credential;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.AccessKey;
import dev.keyturn.sandbox.state.identity.AccessKey.LastUse;
import dev.keyturn.sandbox.state.identity.CredentialReport;
import dev.keyturn.sandbox.state.identity.LoginProfile;
import dev.keyturn.sandbox.state.identity.User;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The credential report: the password, devices and keys of each user.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">
 *     IAM User Guide, credential reports</a>
 */
public final class CredentialReports {
  /** AWS makes a new report once the last one is this old. */
  private static final Duration LIFE = Duration.ofHours(4);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

  private static final String HEADER =
      "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
          + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
          + "access_key_1_last_used_date,access_key_1_last_used_region,"
          + "access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,"
          + "access_key_2_last_used_date,access_key_2_last_used_region,"
          + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,"
          + "cert_2_last_rotated";

  private CredentialReports() {}

  public static List<Action> actions() {
    return List.of(
        Subject.account("GenerateCredentialReport", CredentialReports::generate),
        Subject.account("GetCredentialReport", CredentialReports::get));
  }

  private static boolean isFresh(CredentialReport report, Instant now) {
    return report.generated().plus(LIFE).isAfter(now);
  }

  /** The report is ready at once, but as in AWS the first call reports that it was started. */
  private static Structure generate(Call call, Account account) {
    CredentialReport report = account.credentialReport();
    if (report != null && isFresh(report, call.now())) {
      return Structure.empty().with("State", "COMPLETE");
    }
    account.report(new CredentialReport(content(account), call.now()));
    return Structure.empty()
        .with("State", "STARTED")
        .with("Description", "No report exists. Starting a new report generation task");
  }

  private static Structure get(Call call, Account account) {
    CredentialReport report = account.credentialReport();
    if (report == null) {
      throw new AwsError(410, "ReportNotPresent", "");
    }
    if (!isFresh(report, call.now())) {
      throw new AwsError(410, "ReportExpired", "");
    }
    byte[] content = report.content().getBytes(StandardCharsets.UTF_8);
    return Structure.empty()
        .with("Content", Base64.getEncoder().encodeToString(content))
        .with("ReportFormat", "text/csv")
        .with("GeneratedTime", report.generated());
  }

  private static String content(Account account) {
    List<String> lines = new ArrayList<>();
    lines.add(HEADER);
    lines.add(line(account, account.root()));
    account.users().forEach(user -> lines.add(line(account, user)));
    return String.join("\n", lines);
  }

  private static String line(Account account, User user) {
    List<String> cells = new ArrayList<>();
    cells.add(user.name());
    cells.add(account.arnOf(user));
    cells.add(TIME.format(user.createDate()));
    cells.addAll(password(account, user));
    cells.add(String.valueOf(!account.devicesOf(user).isEmpty()));
    for (int i = 0; i < 2; i++) {
      cells.addAll(
          i < user.accessKeys().size()
              ? key(user.accessKeys().get(i))
              : List.of("false", "N/A", "N/A", "N/A", "N/A"));
    }
    cells.addAll(List.of("false", "N/A", "false", "N/A"));
    return String.join(",", cells);
  }

  private static List<String> password(Account account, User user) {
    LoginProfile profile = user.loginProfile();
    if (user == account.root()) {
      return List.of("not_supported", "no_information", "not_supported", "not_supported");
    }
    return profile == null
        ? List.of("false", "N/A", "N/A", "N/A")
        : List.of("true", "no_information", TIME.format(profile.changed()), "N/A");
  }

  private static List<String> key(AccessKey key) {
    LastUse use = key.lastUse();
    String created = TIME.format(key.createDate());
    return use == null
        ? List.of(String.valueOf(key.active()), created, "N/A", "N/A", "N/A")
        : List.of(
            String.valueOf(key.active()),
            created,
            TIME.format(use.date()),
            use.region(),
            use.service());
  }
}
