package dev.keyturn.sandbox.iam.credential;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.ServiceCredential;
import dev.keyturn.sandbox.state.identity.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Service-specific credentials: passwords and API keys for services that do not take signatures.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html">
 *     IAM API reference, CreateServiceSpecificCredential</a>
 */
public final class ServiceCredentials {
  private static final int MOST_PER_SERVICE = 2;

  /** These have an API key instead of a user name and password. */
  private static final Set<String> API_KEY_SERVICES =
      Set.of("bedrock.amazonaws.com", "logs.amazonaws.com");

  private static final Set<String> PASSWORD_SERVICES =
      Set.of("codecommit.amazonaws.com", "cassandra.amazonaws.com");

  private static final Shape ID =
      Shapes.text("ServiceSpecificCredentialId").between(20, 128).matching("[\\w]+").must();

  private ServiceCredentials() {}

  public static List<Action> actions() {
    return List.of(
        Subject.user(
            "CreateServiceSpecificCredential",
            ServiceCredentials::create,
            Shapes.text("ServiceName").must(),
            Shapes.number("CredentialAgeDays").between(1, 36_600)),
        Subject.userOrCaller(
            "ListServiceSpecificCredentials", ServiceCredentials::list, Page.and()),
        Subject.userOrCaller(
            "UpdateServiceSpecificCredential",
            ServiceCredentials::update,
            ID,
            Shapes.text("Status").oneOf("Active", "Inactive").must()),
        Subject.userOrCaller("ResetServiceSpecificCredential", ServiceCredentials::reset, ID),
        Subject.userOrCaller("DeleteServiceSpecificCredential", ServiceCredentials::delete, ID));
  }

  private static Structure create(Call call, User user) {
    Parameters parameters = call.parameters();
    String service = parameters.required("ServiceName");
    requireSupported(service);
    List<ServiceCredential> same =
        user.serviceCredentials().stream()
            .filter(known -> known.service().equals(service))
            .toList();
    if (same.size() >= MOST_PER_SERVICE) {
      throw AwsError.limitExceeded(
          "Cannot exceed quota for ServiceSpecificCredentialsPerUser: " + MOST_PER_SERVICE);
    }
    String second = same.isEmpty() ? "" : "+1";
    ServiceCredential credential =
        new ServiceCredential(
            call.state().identifiers().entityId("ACCA"),
            service,
            user.name() + second + "-at-" + call.caller().account().id(),
            password(call.state().identifiers()),
            true,
            call.now(),
            expiration(parameters.number("CredentialAgeDays", 0), call.now()));
    user.serviceCredentials().add(credential);
    return Structure.empty()
        .with("ServiceSpecificCredential", describeFully(call, user, credential));
  }

  private static void requireSupported(String service) {
    if (!API_KEY_SERVICES.contains(service) && !PASSWORD_SERVICES.contains(service)) {
      throw new AwsError(
          404,
          "NotSupportedService",
          "No such service " + service + " is supported for Service Specific Credentials");
    }
  }

  private static @Nullable Instant expiration(int days, Instant now) {
    return days == 0 ? null : now.plus(Duration.ofDays(days));
  }

  private static String password(Identifiers identifiers) {
    return identifiers.secretAccessKey() + "=";
  }

  private static Structure list(Call call, User user) {
    String service = call.parameters().text("ServiceName");
    List<User> users =
        call.parameters().flag("AllUsers", false) ? call.caller().account().users() : List.of(user);
    List<Structure> found =
        users.stream().flatMap(owner -> describe(call, owner, service)).toList();
    return Page.of(call, found).structures("ServiceSpecificCredentials", item -> item);
  }

  private static Stream<Structure> describe(Call call, User owner, @Nullable String service) {
    return owner.serviceCredentials().stream()
        .filter(credential -> service == null || credential.service().equals(service))
        .map(credential -> describe(call, owner, credential));
  }

  private static Structure describe(Call call, User user, ServiceCredential credential) {
    boolean apiKey = API_KEY_SERVICES.contains(credential.service());
    return Structure.empty()
        .with("UserName", user.name())
        .with("Status", credential.status(call.now()))
        .with(apiKey ? "ServiceCredentialAlias" : "ServiceUserName", credential.userName())
        .with("CreateDate", credential.createDate())
        .with("ExpirationDate", credential.expiration())
        .with("ServiceSpecificCredentialId", credential.id())
        .with("ServiceName", credential.service());
  }

  /** With the password, which AWS shows once. */
  private static Structure describeFully(Call call, User user, ServiceCredential credential) {
    boolean apiKey = API_KEY_SERVICES.contains(credential.service());
    return describe(call, user, credential)
        .with(apiKey ? "ServiceCredentialSecret" : "ServicePassword", credential.password());
  }

  private static Structure update(Call call, User user) {
    boolean active = call.parameters().required("Status").equals("Active");
    int index = indexOf(call, user);
    ServiceCredential credential = user.serviceCredentials().get(index);
    user.serviceCredentials().set(index, credential.activated(active));
    return Structure.empty();
  }

  private static Structure reset(Call call, User user) {
    int index = indexOf(call, user);
    ServiceCredential credential =
        user.serviceCredentials().get(index).withPassword(password(call.state().identifiers()));
    user.serviceCredentials().set(index, credential);
    return Structure.empty()
        .with("ServiceSpecificCredential", describeFully(call, user, credential));
  }

  private static Structure delete(Call call, User user) {
    user.serviceCredentials().remove(indexOf(call, user));
    return Structure.empty();
  }

  private static int indexOf(Call call, User user) {
    String id = call.parameters().required("ServiceSpecificCredentialId");
    for (int i = 0; i < user.serviceCredentials().size(); i++) {
      if (user.serviceCredentials().get(i).id().equals(id)) {
        return i;
      }
    }
    throw AwsError.noSuchEntity("No such credential " + id + " exists");
  }
}
