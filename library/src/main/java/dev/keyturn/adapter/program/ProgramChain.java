package dev.keyturn.adapter.program;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.ProfileFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The profiles for whose credentials programs are being run right now, outermost first, each with
 * the AWS files it is defined in: a program may well ask for a profile of the same name in other
 * files. Every such program finds them in its environment, as the AWS CLI's do in {@code
 * _AWS_CLI_PROFILE_CHAIN}: a {@code credential_process} that runs Keyturn for its own profile, by
 * whatever detour, would otherwise run itself forever.
 *
 * <pre>
 * chain = [ link *( "," link ) ]      link = base64url( profile *( NUL path of a file ) )
 * </pre>
 */
final class ProgramChain {

  /**
   * A character that no environment variable can contain, and so no profile name or path either.
   */
  private static final char BETWEEN = '\0';

  private final List<String> links;
  private final List<String> files;

  private ProgramChain(List<String> links, List<String> files) {
    this.links = links;
    this.files = files;
  }

  /**
   * Reads the chain that this process was started with. An invalid value counts as an empty chain.
   *
   * @param files the absolute paths of the AWS files that this process reads
   */
  static ProgramChain of(Map<String, String> environment, List<String> files) {
    List<String> links = new ArrayList<>();
    for (String link : Variable.KEYTURN_PROFILE_CHAIN.in(environment).split(",", -1)) {
      try {
        byte[] bytes = Base64.getUrlDecoder().decode(link);
        if (bytes.length > 0) {
          links.add(new String(bytes, StandardCharsets.UTF_8));
        }
      } catch (IllegalArgumentException e) {
        // The value was not written by Keyturn.
      }
    }
    return new ProgramChain(links, files);
  }

  /**
   * Refuses to run a program for a profile whose program is already running.
   *
   * @throws dev.keyturn.domain.failure.FailureException when a program that is run for the
   *     credentials of {@code profile} leads back here
   */
  void check(String profile) {
    int first = links.indexOf(link(profile));
    if (first >= 0) {
      List<String> loop = new ArrayList<>(links.subList(first, links.size()));
      loop.add(profile);
      loop.replaceAll(ProgramChain::profile);
      throw new ProfileFailure.Bad(
              profile,
              "profile '"
                  + profile
                  + "' gets its credentials from a program that asks for them again: "
                  + String.join(" -> ", loop),
              "see the profile: keyturn explain " + profile)
          .exception();
    }
  }

  /**
   * The variable's value for a program that is run for the credentials of {@code profile}: only
   * letters, digits and {@code -_,}, so that no shell needs it quoted.
   */
  String with(String profile) {
    List<String> all = new ArrayList<>(links);
    all.add(link(profile));
    all.replaceAll(link ->
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(link.getBytes(StandardCharsets.UTF_8)));
    return String.join(",", all);
  }

  private String link(String profile) {
    return profile + BETWEEN + String.join(String.valueOf(BETWEEN), files);
  }

  private static String profile(String link) {
    int end = link.indexOf(BETWEEN);
    return end < 0 ? link : link.substring(0, end);
  }
}
