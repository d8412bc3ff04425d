package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.delivery.IntoMailbox;
import fr.sceau.mailets.load.LargeMailGate;
import fr.sceau.mailets.policy.Policies;
import fr.sceau.mailets.support.FakeBoxes;
import fr.sceau.mailets.support.FakeMemory;
import fr.sceau.mailets.support.Proxies;
import fr.sceau.mailets.support.World;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.mail.MessagingException;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.io.FileHandler;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.mailetcontainer.api.MailProcessor;
import org.apache.james.mailetcontainer.api.MailetLoader;
import org.apache.james.mailetcontainer.api.MatcherLoader;
import org.apache.james.mailetcontainer.impl.MailetProcessorImpl;
import org.apache.james.mailetcontainer.lib.AbstractStateCompositeProcessor;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.api.TimeMetric;
import org.apache.james.transport.mailets.DSNBounce;
import org.apache.james.transport.mailets.ToRepository;
import org.apache.mailet.Mail;
import org.apache.mailet.Mailet;
import org.apache.mailet.MailetConfig;
import org.apache.mailet.Matcher;
import org.apache.mailet.MatcherConfig;
import org.apache.mailet.base.GenericMailet;
import org.apache.mailet.base.test.FakeMailContext;

/** James' own mail processors over {@code conf/mailetcontainer.xml} as shipped; only mailboxes and way out are stand-ins. */
final class BootedPipeline extends AbstractStateCompositeProcessor {
    final FakeMailContext context;
    final FakeBoxes boxes = new FakeBoxes();
    final FakeMemory memory = new FakeMemory();
    final List<Mail> handedOver = new ArrayList<>();
    final List<String> stored = new ArrayList<>();
    private final MetricFactory metrics =
            Proxies.answering(MetricFactory.class, method -> Proxies.answering(TimeMetric.class, any -> null));
    private final Map<String, Supplier<Mailet>> ours = new HashMap<>();

    BootedPipeline(World world, FakeMailContext context) throws Exception {
        this.context = context;
        register(world, world.policies("claire.martin@exemple.mssante.test\ton-behalf\t-"));
        XMLConfiguration file = new XMLConfiguration();
        new FileHandler(file)
                .load(Path.of(System.getProperty("sceau.root", ".."), "conf", "mailetcontainer.xml")
                        .toFile());
        HierarchicalConfiguration<ImmutableNode> processors = file.configurationAt("processors");
        processors.addProperty("[@enableJmx]", false);
        configure(processors);
        init();
    }

    private void register(World world, Policies policies) {
        Sealing sealing = new Sealing(world.configuration, world.accounts, policies);
        put(SenderOrigin.class, () -> new SenderOrigin(world.configuration));
        put(SignOnBehalf.class, () -> new SignOnBehalf(policies, world.accounts, world.keys));
        put(
                PartWhereCopiesDiffer.class,
                () -> new PartWhereCopiesDiffer(world.configuration, sealing, world.verification));
        put(Route.class, () -> new Route(world.configuration, world.operators));
        put(Open.class, () -> new Open(world.accounts, world.verification, new LargeMailGate()));
        put(Verify.class, () -> new Verify(world.verification));
        put(SetUnnamedApart.class, SetUnnamedApart::new);
        put(Recognise.class, Recognise::new);
        put(AuthenticationResults.class, () -> new AuthenticationResults(world.configuration));
        put(SealByPolicy.class, () -> new SealByPolicy(sealing, world.certificates, world.verification));
        put(WriteTrace.class, () -> new WriteTrace(world.trace));
        put(InOurName.class, InOurName::new);
        put(LearnOutcome.class, () -> new LearnOutcome(memory, world.configuration));
        put(LearnFromNotice.class, () -> new LearnFromNotice(memory, world.operators));
        put(RequeueLater.class, () -> new RequeueLater(store(), world.trace));
        put(IntoMailbox.class, () -> new IntoMailbox(boxes, world.accounts));
        ours.put("fr.sceau.mailets.delivery.ToOperator", this::wayOut);
        ours.put("DSNBounce", () -> new DSNBounce(dns()));
        ours.put("ToRepository", () -> new ToRepository(store()));
    }

    private void put(Class<?> type, Supplier<Mailet> maker) {
        ours.put(type.getName(), maker);
    }

    private static DNSService dns() {
        return Proxies.answering(
                DNSService.class,
                method -> method.equals("getHostName") ? "localhost" : InetAddress.getLoopbackAddress());
    }

    private MailRepositoryStore store() {
        return Proxies.answering(
                MailRepositoryStore.class,
                select -> Proxies.answering(MailRepository.class, call -> {
                    stored.add(call);
                    return null;
                }));
    }

    /** Stands where RemoteDelivery is; takes a copy, as it does. */
    private Mailet wayOut() {
        return new GenericMailet() {
            @Override
            public void service(Mail mail) throws MessagingException {
                handedOver.add(mail.duplicate());
                mail.setState(Mail.GHOST);
            }
        };
    }

    @Override
    protected MailProcessor createMailProcessor(String name, HierarchicalConfiguration<ImmutableNode> config)
            throws Exception {
        MailetProcessorImpl processor = new MailetProcessorImpl(metrics);
        processor.setMailetContext(context);
        processor.setMailetLoader((MailetLoader) this::mailet);
        processor.setMatcherLoader((MatcherLoader) this::matcher);
        processor.configure(config);
        processor.setRootMailProcessor(this);
        processor.init();
        return processor;
    }

    private Mailet mailet(MailetConfig config) throws MessagingException {
        Supplier<Mailet> maker = ours.get(config.getMailetName());
        Mailet mailet = maker != null
                ? maker.get()
                : (Mailet) instance("org.apache.james.transport.mailets." + config.getMailetName());
        mailet.init(config);
        return mailet;
    }

    private Matcher matcher(MatcherConfig config) throws MessagingException {
        Matcher matcher = (Matcher) instance("org.apache.james.transport.matchers." + config.getMatcherName());
        matcher.init(config);
        return matcher;
    }

    private static Object instance(String name) throws MessagingException {
        try {
            return Class.forName(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new MessagingException(name, e);
        }
    }
}
