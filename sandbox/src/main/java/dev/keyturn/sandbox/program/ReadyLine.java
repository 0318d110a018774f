package dev.keyturn.sandbox.program;

import dev.keyturn.sandbox.json.Members;
import dev.keyturn.sandbox.mfa.CodeCheck;
import dev.keyturn.sandbox.running.RunningSandbox;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.AccessKey;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.User;
import java.util.List;

/** What the sandbox says once it accepts requests: one line of JSON, or text for a person. */
final class ReadyLine {
  private ReadyLine() {}

  static String json(RunningSandbox sandbox) {
    String caBundle = sandbox.caBundle() == null ? null : sandbox.caBundle().toString();
    return new Members()
        .text("Url", sandbox.url())
        .text("Region", region(sandbox.state().accounts()))
        .jsonIf("State", sandbox.describe())
        .text("ControlUrl", sandbox.controlUrl())
        .text("ControlToken", sandbox.controlToken())
        .textIf("CaBundle", caBundle)
        .json()
        .print();
  }

  static String text(RunningSandbox sandbox) {
    StringBuilder text = new StringBuilder(1024);
    line(text, sandbox.url());
    line(text, "export AWS_ENDPOINT_URL=" + sandbox.url());
    if (sandbox.caBundle() != null) {
      line(text, "export AWS_CA_BUNDLE=" + sandbox.caBundle());
    }
    line(text, "export AWS_DEFAULT_REGION=" + region(sandbox.state().accounts()));
    CurlLines curl = new CurlLines(sandbox);
    titled(text, "to get an MFA code:", curl.code());
    titled(
        text, "to get an access key as a CSV file, as the AWS console offers it:", curl.keyFile());
    for (Account account : sandbox.state().accounts()) {
      describe(text, account);
    }
    return text.toString();
  }

  private static void describe(StringBuilder text, Account account) {
    String alias = account.alias() == null ? "" : " (" + account.alias() + ")";
    line(text, "");
    line(text, "account " + account.id() + alias);
    for (User user : account.users()) {
      line(text, "  user " + user.name());
      for (AccessKey key : user.accessKeys()) {
        line(text, "    access key " + key.id() + "  secret " + key.secret());
      }
      if (user.loginProfile() != null) {
        line(text, "    password " + user.loginProfile().password());
      }
      for (MfaDevice device : account.devicesOf(user)) {
        CodeCheck codes = device.codes();
        String seed = codes == null ? "" : "  seed " + codes.seed();
        line(text, "    device " + device.serialNumber() + seed);
      }
    }
    account
        .roles()
        .forEach(role ->
            line(
                text,
                "  role %s, sessions up to %s"
                    .formatted(account.arnOf(role), duration(role.maxSessionDuration()))));
    account
        .buckets()
        .forEach(bucket ->
            line(text, "  bucket " + bucket.name() + ": " + bucket.objects().size() + " objects"));
  }

  private static void titled(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      line(text, "");
      line(text, title);
    }
    lines.forEach(line -> line(text, line));
  }

  /** In the largest unit that needs no fraction, as durations are written in options. */
  private static String duration(int seconds) {
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  private static String region(List<Account> accounts) {
    String partition = accounts.isEmpty() ? "aws" : accounts.get(0).partition();
    return switch (partition) {
      case "aws-cn" -> "cn-north-1";
      case "aws-us-gov" -> "us-gov-west-1";
      default -> "us-east-1";
    };
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
