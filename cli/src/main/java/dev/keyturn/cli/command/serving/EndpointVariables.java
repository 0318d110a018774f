package dev.keyturn.cli.command.serving;

import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import dev.keyturn.cli.command.port.CredentialEndpoint.Running;
import dev.keyturn.cli.command.port.MarkedFiles.Marked;
import dev.keyturn.cli.command.port.ThrowAwayFolder;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that send AWS's tools to an endpoint, and to nothing else. */
public final class EndpointVariables {

  /** Where tools look before they ask an endpoint, and what makes them ask another one. */
  public static final List<String> INTERFERING =
      List.of(
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "AWS_SECURITY_TOKEN",
          "AWS_CREDENTIAL_EXPIRATION",
          "AWS_ACCOUNT_ID",
          "AWS_PROFILE",
          "AWS_DEFAULT_PROFILE",
          "AWS_ROLE_ARN",
          "AWS_ROLE_SESSION_NAME",
          "AWS_WEB_IDENTITY_TOKEN_FILE",
          "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
          "AWS_CONTAINER_CREDENTIALS_FULL_URI",
          "AWS_CONTAINER_AUTHORIZATION_TOKEN",
          "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");

  /** What begins so is for Keyturn, and comes before the variable that AWS's tools read. */
  public static final String OF_KEYTURN = "KEYTURN_ORIGINAL_";

  private static final String CONFIG_FILE = "AWS_CONFIG_FILE";
  private static final String CREDENTIALS_FILE = "AWS_SHARED_CREDENTIALS_FILE";

  /** Some SDKs take any value for a yes, {@code false} too. */
  public static final String NO_INSTANCE = "AWS_EC2_METADATA_DISABLED";

  private EndpointVariables() {}

  /**
   * The variables, in a fixed order.
   *
   * @param tokenFile where the token stands; null to have it in a variable
   * @param configuration the user's files, which Keyturn itself goes on to read
   * @param folder takes the two files that stand for the user's, as long as the endpoint runs
   */
  public static Map<String, String> of(
      Running endpoint,
      Set<Form> forms,
      @Nullable Marked tokenFile,
      ProfileSettings settings,
      AwsConfiguration configuration,
      ThrowAwayFolder folder) {
    Map<String, String> variables = new LinkedHashMap<>();
    if (forms.contains(Form.CONTAINER)) {
      variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", endpoint.url());
      if (tokenFile == null) {
        variables.put(
            "AWS_CONTAINER_AUTHORIZATION_TOKEN", endpoint.token().reveal(Reveal.HAND_OVER));
      } else {
        variables.put("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", tokenFile.path());
      }
    }
    if (forms.contains(Form.INSTANCE)) {
      variables.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", endpoint.url());
    }
    variables.put(OF_KEYTURN + CREDENTIALS_FILE, configuration.credentialsFile());
    variables.put(OF_KEYTURN + CONFIG_FILE, configuration.configFile());
    folder.write("credentials", "");
    folder.write("config", settings.text());
    variables.put(CREDENTIALS_FILE, folder.path().resolve("credentials").toString());
    variables.put(CONFIG_FILE, folder.path().resolve("config").toString());
    return variables;
  }
}
