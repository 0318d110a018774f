package dev.keyturn.domain.profile;

import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.Durations;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.RoleParameters;
import dev.keyturn.domain.profile.plan.SessionPolicies;
import dev.keyturn.domain.profile.plan.Suffixes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds requests as options and variables on a command line would. */
public final class Requests {

  private final String profile;
  private boolean explicit = true;
  private @Nullable Duration duration;
  private @Nullable MfaDevice device;
  private @Nullable String roleArn;
  private @Nullable String roleSessionName;
  private @Nullable String externalId;
  private @Nullable String saveAs;
  private Suffixes suffixes = Suffixes.STANDARD;
  private boolean allowHttp;
  private final Map<String, String> environment = new HashMap<>();

  private Requests(String profile) {
    this.profile = profile;
  }

  public static PlanRequest of(String profile) {
    return to(profile).build();
  }

  public static Requests to(String profile) {
    return new Requests(profile);
  }

  public Requests implicit() {
    explicit = false;
    return this;
  }

  public Requests duration(String text) {
    duration = Durations.parse(text);
    return this;
  }

  public Requests device(String serial) {
    device = new MfaDevice(serial);
    return this;
  }

  public Requests role(String arn) {
    roleArn = arn;
    return this;
  }

  public Requests roleSession(String name, String external) {
    roleSessionName = name;
    externalId = external;
    return this;
  }

  public Requests saveAs(String section) {
    saveAs = section;
    return this;
  }

  public Requests suffixes(String longTerm, String shortTerm) {
    suffixes = Suffixes.parse(longTerm, shortTerm);
    return this;
  }

  public Requests allowHttp() {
    allowHttp = true;
    return this;
  }

  public Requests with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public PlanRequest build() {
    return PlanRequest.of(profile, Map.copyOf(environment))
        .withTyped(explicit)
        .withDuration(duration)
        .withDevice(device)
        .withRole(roleArn)
        .withParameters(
            new RoleParameters(roleSessionName, externalId, null, List.of(), SessionPolicies.NONE))
        .withSaveAs(saveAs)
        .withSuffixes(suffixes)
        .withHttp(allowHttp);
  }
}
