package dev.keyturn.domain.profile;

import dev.keyturn.domain.mfa.MfaDevice;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds requests as options and variables on a command line would. */
final class Requests {

  private final String profile;
  private boolean explicit = true;
  private @Nullable Duration duration;
  private @Nullable MfaDevice device;
  private @Nullable String roleArn;
  private @Nullable String roleSessionName;
  private @Nullable String externalId;
  private @Nullable String saveAs;
  private String longTermSuffix = "-long-term";
  private String shortTermSuffix = "";
  private boolean allowHttp;
  private final Map<String, String> environment = new HashMap<>();

  private Requests(String profile) {
    this.profile = profile;
  }

  static PlanRequest of(String profile) {
    return to(profile).build();
  }

  static Requests to(String profile) {
    return new Requests(profile);
  }

  Requests implicit() {
    explicit = false;
    return this;
  }

  Requests duration(String text) {
    duration = Durations.parse(text);
    return this;
  }

  Requests device(String serial) {
    device = new MfaDevice(serial);
    return this;
  }

  Requests role(String arn) {
    roleArn = arn;
    return this;
  }

  Requests roleSession(String name, String external) {
    roleSessionName = name;
    externalId = external;
    return this;
  }

  Requests saveAs(String section) {
    saveAs = section;
    return this;
  }

  Requests suffixes(String longTerm, String shortTerm) {
    longTermSuffix = longTerm;
    shortTermSuffix = shortTerm;
    return this;
  }

  Requests allowHttp() {
    allowHttp = true;
    return this;
  }

  Requests with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  PlanRequest build() {
    return new PlanRequest(
        profile,
        explicit,
        duration,
        device,
        roleArn,
        roleSessionName,
        externalId,
        null,
        List.of(),
        saveAs,
        longTermSuffix,
        shortTermSuffix,
        allowHttp,
        Map.copyOf(environment));
  }
}
