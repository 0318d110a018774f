package dev.keyturn.cli.command.serving;

import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import dev.keyturn.cli.command.port.CredentialEndpoint.Running;
import dev.keyturn.cli.command.port.MarkedFiles.Marked;
import dev.keyturn.cli.command.port.ThrowAwayFolder;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that make AWS's tools use an endpoint, and nothing else. */
public final class EndpointVariables {

  private EndpointVariables() {}

  /**
   * The variables, in a fixed order.
   *
   * @param tokenFile the file with the token; null to put it in a variable
   * @param configuration the user's files, which Keyturn itself continues to read
   * @param folder contains the two files that replace the user's while the endpoint runs
   */
  public static SequencedMap<String, String> of(
      Running endpoint,
      Set<Form> forms,
      @Nullable Marked tokenFile,
      ProfileSettings settings,
      AwsConfiguration configuration,
      ThrowAwayFolder folder) {
    SequencedMap<String, String> variables = new LinkedHashMap<>();
    if (forms.contains(Form.CONTAINER)) {
      put(variables, Variable.AWS_CONTAINER_CREDENTIALS_FULL_URI, endpoint.url());
      if (tokenFile == null) {
        String token = endpoint.token().reveal(Reveal.HAND_OVER);
        put(variables, Variable.AWS_CONTAINER_AUTHORIZATION_TOKEN, token);
      } else {
        put(variables, Variable.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE, tokenFile.path());
      }
    }
    if (forms.contains(Form.INSTANCE)) {
      put(variables, Variable.AWS_EC2_METADATA_SERVICE_ENDPOINT, endpoint.url());
    }
    folder.write("credentials", "");
    folder.write("config", settings.text());
    Variable credentials = Variable.AWS_SHARED_CREDENTIALS_FILE;
    Variable config = Variable.AWS_CONFIG_FILE;
    variables.put(Variable.ORIGINAL + credentials, configuration.credentialsFile());
    variables.put(Variable.ORIGINAL + config, configuration.configFile());
    put(variables, credentials, folder.path().resolve("credentials").toString());
    put(variables, config, folder.path().resolve("config").toString());
    put(variables, Variable.AWS_SDK_LOAD_CONFIG, "1");
    return variables;
  }

  private static void put(Map<String, String> variables, Variable variable, String value) {
    variables.put(variable.name(), value);
  }
}
