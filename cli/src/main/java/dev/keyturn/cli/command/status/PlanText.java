package dev.keyturn.cli.command.status;

import dev.keyturn.cli.command.text.Table;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.Warning;
import dev.keyturn.domain.profile.plan.Durations;
import dev.keyturn.domain.profile.plan.PlanValue;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plan as text: the session, its calls and their reasons, and the lines of the files it comes
 * from.
 */
final class PlanText {

  private final SessionPlan plan;
  private final StringBuilder text = new StringBuilder();

  private PlanText(SessionPlan plan) {
    this.plan = plan;
  }

  static String of(SessionPlan plan, String credentialsFile) {
    PlanText text = new PlanText(plan);
    text.outcome(credentialsFile);
    text.calls();
    text.values();
    text.warnings();
    return text.text.toString();
  }

  private void outcome(String credentialsFile) {
    table(
        List.of(
            List.of("profile", plan.profile()),
            List.of("layout", plan.layout().label() + ": " + meaning()),
            List.of("keys", keys()),
            List.of("MFA device", device()),
            List.of("region", plan.region() + " (partition " + plan.partition() + ")"),
            List.of("endpoint", plan.endpoints().sts().toString()),
            List.of("session to", target(credentialsFile))),
        "");
    if (!plan.policies().isNone()) {
      table(List.of(List.of("limited by", String.join(", ", plan.policies().names()))), "");
    }
  }

  private String meaning() {
    return switch (plan.layout()) {
      case ROLE -> "the session is that of a role";
      case SOURCE_PROFILE -> "keys and device are in the source profile, the session in this one";
      case LONG_TERM_SUFFIX -> "keys and device are in the long-term section (aws-mfa)";
      case DEFAULT_SUFFIX -> "keys are in the -default section, the device is in the profile";
      case PLAIN ->
          plan.base() instanceof Base.Store
              ? "the profile names the place of its long-term key"
              : "the profile contains the long-term keys";
      case NONE -> "credentials come from elsewhere";
    };
  }

  private String keys() {
    String profile = plan.base().profile();
    if (plan.base() instanceof Base.Store stored) {
      return stored.accessKeyId() + " in " + stored.place() + ", as [" + profile + "] says";
    }
    return plan.base().kind() + (profile == null ? "" : " of [" + profile + "]");
  }

  private String device() {
    MfaDevice device = plan.device();
    if (device == null) {
      return plan.needsCode() ? "looked up at AWS when the session is made" : "none is needed";
    }
    String kind = device.kind().name().toLowerCase(Locale.ROOT);
    return device.serialNumber()
        + " ("
        + kind
        + (device.givesCodes() ? ")" : ", which cannot give a code)");
  }

  private String target(String credentialsFile) {
    Target target = plan.target();
    return target == null ? "no file" : "[" + target.section() + "] in " + credentialsFile;
  }

  private void calls() {
    title("calls");
    List<List<String>> rows = new ArrayList<>();
    for (Step step : plan.steps()) {
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              call(step),
              Durations.text(step.duration()),
              step.mfa() ? "with the MFA code" : ""));
    }
    if (rows.isEmpty()) {
      text.append("  none: the credentials are used as they are\n");
    } else {
      table(rows, "  ");
    }
    why();
  }

  private static String call(Step step) {
    // Avoids a switch over types, whose code is generated when it first runs.
    return step instanceof Step.AssumeRole role
        ? "AssumeRole " + role.roleArn()
        : "GetSessionToken";
  }

  private void why() {
    boolean role = plan.roleArn() != null;
    boolean sessionFirst =
        !plan.steps().isEmpty() && plan.steps().get(0) instanceof Step.GetSessionToken;
    if (role && sessionFirst) {
      text.append("  One code creates a session for the user; roles are assumed from it without")
          .append(" another\n  code, for at most one hour each.\n");
      if (plan.base() instanceof Base.CredentialProcess) {
        text.append("  If credential_process returns session keys, the MFA code goes to the first")
            .append(" role\n  instead.\n");
      }
    } else if (role && plan.steps().get(0).mfa()) {
      text.append("  The role is assumed with the code itself").append(whyItself()).append(".\n");
    }
  }

  private String whyItself() {
    if (plan.steps().get(0).duration().compareTo(Durations.CHAINED_ROLE_MAXIMUM) > 0) {
      return ": AWS grants at most one hour to a role that is assumed with a session";
    }
    return plan.longTermKeyId().isPresent()
        ? ", as aws-mfa does"
        : ": GetSessionToken cannot be called with session keys";
  }

  private void values() {
    title("values");
    List<List<String>> rows = new ArrayList<>();
    for (PlanValue value : plan.values()) {
      rows.add(List.of(value.name(), value.value(), place(value)));
    }
    table(rows, "  ");
  }

  private static String place(PlanValue value) {
    return value.origin() == null ? String.valueOf(value.source()) : value.origin().toString();
  }

  private void warnings() {
    if (plan.warnings().isEmpty()) {
      return;
    }
    title("warnings");
    for (Warning warning : plan.warnings()) {
      String origin = warning.origin() == null ? "" : " (" + warning.origin() + ")";
      text.append("  ").append(VisibleText.line(warning.message() + origin)).append('\n');
    }
  }

  private void title(String title) {
    text.append('\n').append(title).append('\n');
  }

  private void table(List<List<String>> rows, String indent) {
    Table.text(rows).lines().forEach(line -> text.append(indent).append(line).append('\n'));
  }
}
