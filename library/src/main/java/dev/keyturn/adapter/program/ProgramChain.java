package dev.keyturn.adapter.program;

import dev.keyturn.domain.failure.Failure;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The profiles for whose credentials programs are being run right now, outermost first. Every such
 * program finds them in its environment, as the AWS CLI's do in {@code _AWS_CLI_PROFILE_CHAIN}: a
 * {@code credential_process} that runs Keyturn for its own profile, by whatever detour, would
 * otherwise run itself for ever.
 *
 * <pre>
 * chain = [ name *( "," name ) ], name = a profile's name, percent-encoded
 * </pre>
 */
final class ProgramChain {

  static final String VARIABLE = "KEYTURN_PROFILE_CHAIN";

  private final List<String> profiles;

  private ProgramChain(List<String> profiles) {
    this.profiles = profiles;
  }

  /** What this process was started with. What is no chain counts as none. */
  static ProgramChain of(Map<String, String> environment) {
    List<String> profiles = new ArrayList<>();
    for (String name : environment.getOrDefault(VARIABLE, "").split(",", -1)) {
      if (!name.isEmpty()) {
        profiles.add(decoded(name));
      }
    }
    return new ProgramChain(profiles);
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  /**
   * Refuses to begin again what is not done.
   *
   * @throws dev.keyturn.domain.failure.FailureException when a program that is run for the
   *     credentials of {@code profile} leads back here
   */
  void check(String profile) {
    int first = profiles.indexOf(profile);
    if (first >= 0) {
      List<String> loop = new ArrayList<>(profiles.subList(first, profiles.size()));
      loop.add(profile);
      throw new Failure.BadProfile(
              profile,
              "the credentials of profile '"
                  + profile
                  + "' are asked for by a program that is run to get them: "
                  + String.join(" -> ", loop),
              "see the profile: keyturn explain " + profile)
          .exception();
    }
  }

  /** {@code environment} for a program that is run for the credentials of {@code profile}. */
  Map<String, String> extended(Map<String, String> environment, String profile) {
    List<String> names = new ArrayList<>(profiles);
    names.add(profile);
    names.replaceAll(name -> URLEncoder.encode(name, StandardCharsets.UTF_8));
    Map<String, String> extended = new HashMap<>(environment);
    extended.put(VARIABLE, String.join(",", names));
    return extended;
  }
}
