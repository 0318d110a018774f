package dev.keyturn.cli.command.serving;

import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import dev.keyturn.cli.command.port.CredentialEndpoint.Running;
import dev.keyturn.cli.command.port.MarkedFiles.Marked;
import dev.keyturn.cli.command.port.ThrowAwayFolder;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A credential endpoint that runs.
 *
 * @param profile the profile that it serves
 * @param running the endpoint
 * @param folder contains files for its clients while it runs
 */
public record OpenEndpoint(PlannedProfile profile, Running running, ThrowAwayFolder folder) {

  /** The token that its clients must send. */
  public Secret token() {
    return running.token();
  }

  /**
   * The variables that make AWS's tools use it.
   *
   * @param tokenFile the file that contains the token; null to put it in a variable
   */
  public SequencedMap<String, String> variables(Set<Form> forms, @Nullable Marked tokenFile) {
    ProfileSettings settings = ProfileSettings.of(profile.plan(), profile.files());
    return EndpointVariables.of(running, forms, tokenFile, settings, profile.files(), folder);
  }

  /** Writes a file for its clients, and returns its path. */
  public String write(String name, String content) {
    folder.write(name, content);
    return folder.path().resolve(name).toString();
  }
}
