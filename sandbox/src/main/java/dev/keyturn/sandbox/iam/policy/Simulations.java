package dev.keyturn.sandbox.iam.policy;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Documents;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.policy.AuthorizationRequest;
import dev.keyturn.sandbox.policy.Decision;
import dev.keyturn.sandbox.policy.Policies;
import dev.keyturn.sandbox.policy.PolicyDocument;
import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.policy.Principal;
import dev.keyturn.sandbox.policy.condition.RequestContext;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.state.identity.PolicyHolder;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.User;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What policies would decide. The caller gives the condition keys: nothing is taken from the
 * request that asks.
 */
public final class Simulations {
  private static final Shape CALLER_ARN = Shapes.text("CallerArn").between(1, 2048);
  private static final Shape RESOURCE_POLICY = Shapes.text("ResourcePolicy").between(1, 131_072);

  /** One action on one resource. */
  private record Question(String action, String resource) {}

  private Simulations() {}

  public static List<Action> actions() {
    return List.of(
        Action.of(
            "SimulatePrincipalPolicy",
            Simulations::ofPrincipal,
            Page.and(
                Shapes.text("PolicySourceArn").between(20, 2048).must(),
                CALLER_ARN,
                RESOURCE_POLICY)),
        Subject.account(
            "SimulateCustomPolicy",
            Simulations::ofDocuments,
            Page.and(CALLER_ARN, RESOURCE_POLICY)));
  }

  private static Structure ofPrincipal(Call call) {
    Account account = call.caller().account();
    String arn = call.parameters().required("PolicySourceArn");
    call.authorize("iam:SimulatePrincipalPolicy", arn);
    PolicyHolder holder = find(account, arn);
    List<PolicyDocument> documents = documents(call.parameters(), "PolicyInputList");
    policiesOf(account, holder).forEach(policy -> documents.add(identity(policy.document())));
    ManagedPolicy boundary = boundaryOf(holder);
    PolicyDocument bound =
        boundary == null
            ? null
            : Documents.parse(boundary.defaultVersion().document(), PolicyKind.BOUNDARY);
    return answer(call, new Policies(documents, null, bound, null), arn);
  }

  private static Structure ofDocuments(Call call, Account account) {
    List<PolicyDocument> documents = documents(call.parameters(), "PolicyInputList");
    return answer(call, Policies.identity(documents), call.caller().identity().arn());
  }

  private static PolicyHolder find(Account account, String arn) {
    return Stream.<PolicyHolder>concat(
            account.users().stream(),
            Stream.concat(account.groups().stream(), account.roles().stream()))
        .filter(holder -> arnOf(account, holder).equals(arn))
        .findFirst()
        .orElseThrow(() -> AwsError.noSuchEntity("The entity " + arn + " cannot be found."));
  }

  private static String arnOf(Account account, PolicyHolder holder) {
    if (holder instanceof User user) {
      return account.arnOf(user);
    }
    return holder instanceof Group group ? account.arnOf(group) : account.arnOf((Role) holder);
  }

  private static List<Policy> policiesOf(Account account, PolicyHolder holder) {
    return holder instanceof User user ? account.policiesOf(user) : holder.ownPolicies();
  }

  private static @Nullable ManagedPolicy boundaryOf(PolicyHolder holder) {
    if (holder instanceof User user) {
      return user.boundary();
    }
    return holder instanceof Role role ? role.boundary() : null;
  }

  private static List<PolicyDocument> documents(Parameters parameters, String list) {
    List<PolicyDocument> documents = new ArrayList<>();
    parameters.list(list).forEach(text -> documents.add(identity(text)));
    return documents;
  }

  private static PolicyDocument identity(String document) {
    return Documents.parse(document, PolicyKind.IDENTITY);
  }

  private static Structure answer(Call call, Policies policies, String sourceArn) {
    Parameters parameters = call.parameters();
    String caller = parameters.text("CallerArn", sourceArn);
    String resourcePolicy = parameters.text("ResourcePolicy");
    Policies all =
        resourcePolicy == null
            ? policies
            : policies.withResource(Documents.parse(resourcePolicy, PolicyKind.RESOURCE));
    String account = call.caller().account().id();
    RequestContext context = context(parameters);
    return Page.of(call, questions(parameters))
        .structures(
            "EvaluationResults",
            question -> {
              AuthorizationRequest request =
                  new AuthorizationRequest(
                      Principal.of(account, caller),
                      question.action(),
                      question.resource(),
                      account,
                      context);
              return Structure.empty()
                  .with("EvalActionName", question.action())
                  .with("EvalResourceName", question.resource())
                  .with("EvalDecision", decision(all.decide(request)))
                  .withStructures("MatchedStatements", List.of())
                  .withTexts("MissingContextValues", List.of());
            });
  }

  private static String decision(Decision decision) {
    if (decision instanceof Decision.Allowed) {
      return "allowed";
    }
    return decision instanceof Decision.ExplicitDeny ? "explicitDeny" : "implicitDeny";
  }

  private static List<Question> questions(Parameters parameters) {
    List<String> resources = parameters.list("ResourceArns");
    List<Question> questions = new ArrayList<>();
    for (String action : parameters.list("ActionNames")) {
      for (String resource : resources.isEmpty() ? List.of("*") : resources) {
        questions.add(new Question(action, resource));
      }
    }
    return questions;
  }

  private static RequestContext context(Parameters parameters) {
    RequestContext context = RequestContext.empty();
    for (Parameters entry : parameters.structures("ContextEntries")) {
      String[] values = entry.list("ContextKeyValues").toArray(String[]::new);
      context = context.with(entry.text("ContextKeyName", ""), values);
    }
    return context;
  }
}
