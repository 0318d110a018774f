package dev.keyturn.sandbox.iam.policy;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.policy.Principal;
import dev.keyturn.sandbox.policy.condition.RequestContext;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.PolicyHolder;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.User;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What policies would decide, and which condition keys they need for it. The caller gives the keys:
 * nothing is taken from the request that asks.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html">
 *     IAM API, SimulatePrincipalPolicy</a>
 */
public final class Simulations {
  private static final Shape SOURCE = Shapes.text("PolicySourceArn").between(20, 2048).must();
  private static final Shape DOCUMENTS = Shapes.list("PolicyInputList");
  private static final Shape[] SIMULATION = {
    Shapes.list("ActionNames"),
    Shapes.text("CallerArn").between(1, 2048),
    Shapes.document("ResourcePolicy"),
    Shapes.text("ResourceOwner").between(1, 2048),
    Shapes.text("ResourceHandlingOption").between(1, 64)
  };
  private static final Pattern ENTITY =
      Pattern.compile("arn:[a-z-]+:iam::([0-9]{12}):(user|group|role)/(?:.*/)?([^/]+)");

  private Simulations() {}

  public static List<Action> actions() {
    return List.of(
        Action.of(
            "SimulatePrincipalPolicy",
            Simulations::simulatePrincipal,
            Page.and(
                Stream.concat(Stream.of(SOURCE), Stream.of(SIMULATION)).toArray(Shape[]::new))),
        Subject.account(
            "SimulateCustomPolicy",
            Simulations::simulateCustom,
            Page.and(
                Stream.concat(Stream.of(DOCUMENTS), Stream.of(SIMULATION)).toArray(Shape[]::new))),
        Action.of("GetContextKeysForPrincipalPolicy", Simulations::keysOfPrincipal, SOURCE),
        Subject.account("GetContextKeysForCustomPolicy", Simulations::keysOfDocuments, DOCUMENTS));
  }

  private static Structure simulatePrincipal(Call call) {
    String source = call.parameters().required("PolicySourceArn");
    SimulatedPolicies policies = policiesOf(call, "iam:SimulatePrincipalPolicy", source);
    policies.add(call.parameters().list("PolicyInputList"));
    return simulate(call, policies, call.parameters().text("CallerArn", source));
  }

  private static Structure simulateCustom(Call call, Account account) {
    SimulatedPolicies policies = new SimulatedPolicies();
    policies.add(call.parameters().list("PolicyInputList"));
    return simulate(call, policies, call.parameters().text("CallerArn"));
  }

  private static Structure keysOfPrincipal(Call call) {
    String source = call.parameters().required("PolicySourceArn");
    SimulatedPolicies policies = policiesOf(call, "iam:GetContextKeysForPrincipalPolicy", source);
    policies.add(call.parameters().list("PolicyInputList"));
    return Structure.empty().withTexts("ContextKeyNames", policies.keys());
  }

  private static Structure keysOfDocuments(Call call, Account account) {
    SimulatedPolicies policies = new SimulatedPolicies();
    policies.add(call.parameters().list("PolicyInputList"));
    return Structure.empty().withTexts("ContextKeyNames", policies.keys());
  }

  /** The policies of a user, group or role, once the caller may know them. */
  private static SimulatedPolicies policiesOf(Call call, String action, String source) {
    Account account = call.caller().account();
    call.authorize(action, source);
    Matcher entity = ENTITY.matcher(source);
    if (!entity.matches()) {
      throw invalidInput(
          "Invalid Entity Arn: " + source + " does not clearly define entity type and name.");
    }
    if (!entity.group(1).equals(account.id())) {
      throw invalidInput(
          "Invalid Policy Source Arn: caller's account %s does not have access to policies in account %s"
              .formatted(account.id(), entity.group(1)));
    }
    PolicyHolder holder = find(account, source);
    if (holder == null) {
      throw AwsError.noSuchEntity(
          "The %s with name %s cannot be found.".formatted(entity.group(2), entity.group(3)));
    }
    SimulatedPolicies policies = new SimulatedPolicies();
    policies.add(account, holder);
    return policies;
  }

  private static @Nullable PolicyHolder find(Account account, String arn) {
    return Stream.<PolicyHolder>concat(
            account.users().stream(),
            Stream.concat(account.groups().stream(), account.roles().stream()))
        .filter(holder -> arnOf(account, holder).equals(arn))
        .findFirst()
        .orElse(null);
  }

  private static String arnOf(Account account, PolicyHolder holder) {
    if (holder instanceof User user) {
      return account.arnOf(user);
    }
    return holder instanceof Group group ? account.arnOf(group) : account.arnOf((Role) holder);
  }

  private static Structure simulate(
      Call call, SimulatedPolicies policies, @Nullable String callerArn) {
    Parameters parameters = call.parameters();
    policies.bound(parameters.list("PermissionsBoundaryPolicyInputList"));
    String resourcePolicy = parameters.text("ResourcePolicy");
    if (resourcePolicy != null) {
      requireUser(callerArn);
      policies.addResourcePolicy(resourcePolicy);
    }
    String arn = callerArn == null ? call.caller().identity().arn() : callerArn;
    String account = accountOf(arn, call.caller().account().id());
    Simulation simulation =
        new Simulation(
            policies,
            Principal.of(account, arn),
            accountOf(parameters.text("ResourceOwner", account), account),
            parameters.list("ResourceArns"),
            context(parameters));
    return Page.of(call, parameters.list("ActionNames"))
        .structures("EvaluationResults", simulation::result);
  }

  /** The policy of a resource is tried for a user only. */
  private static void requireUser(@Nullable String callerArn) {
    if (callerArn == null) {
      throw invalidInput("Invalid caller - Caller cannot be null or empty.");
    }
    Matcher entity = ENTITY.matcher(callerArn);
    if (!entity.matches() || !entity.group(2).equals("user")) {
      throw invalidInput("Invalid caller - Caller must be an IAM user in this context.");
    }
  }

  /** The account in an ARN, or the account that is meant where there is no ARN. */
  private static String accountOf(String text, String otherwise) {
    if (text.matches("[0-9]{12}")) {
      return text;
    }
    String[] parts = text.split(":", 6);
    return parts.length == 6 && parts[4].matches("[0-9]{12}") ? parts[4] : otherwise;
  }

  private static RequestContext context(Parameters parameters) {
    RequestContext context = RequestContext.empty();
    for (Parameters entry : parameters.structures("ContextEntries")) {
      String[] values = entry.list("ContextKeyValues").toArray(String[]::new);
      context = context.with(entry.text("ContextKeyName", ""), values);
    }
    return context;
  }

  private static AwsError invalidInput(String text) {
    return new AwsError(400, "InvalidInput", text);
  }
}
