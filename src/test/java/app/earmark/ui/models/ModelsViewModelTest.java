package app.earmark.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.ui.fakes.MemoryModels;
import app.earmark.ui.settings.Settings;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.TaskListViewModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class ModelsViewModelTest extends ApplicationTest {

    private final MemoryModels service = new MemoryModels();
    private final Settings settings = new Settings();
    private final AtomicInteger chosen = new AtomicInteger();
    private TaskListViewModel tasks;
    private ModelsViewModel model;

    @Override
    public void start(Stage unused) {}

    @BeforeEach
    void list() throws Exception {
        Background background = Background.ofThreads();
        tasks = new TaskListViewModel(background);
        model = new ModelsViewModel(service, tasks, settings, background, chosen::incrementAndGet);
        interact(model::refresh);
        until(() -> model.rows().size() == 3);
    }

    @Test
    void saysWhatIsInUseAndWhatCanBeFetched() {
        assertThat(model.rows())
                .extracting(row -> row.state().get())
                .containsExactly(ModelState.IN_USE, ModelState.AVAILABLE, ModelState.AVAILABLE);
    }

    @Test
    void aFetchedModelIsOfferedWithWhatItsUseMeansAndUsedOnlyThen() throws Exception {
        interact(() -> model.get(clap(), "int8"));
        until(() -> model.offer().get() != null);

        assertThat(model.offer().get().name()).isEqualTo("CLAP, unfused");
        assertThat(model.offer().get().sentence())
                .as("a minute for the labels, and 3,000 windows at 5 a second")
                .contains("listens to 200 sounds again")
                .contains("about 11 min on this computer")
                .contains("Your own tags stay");
        assertThat(service.told).noneMatch(said -> said.startsWith("use"));
        assertThat(chosen).hasValue(0);

        interact(model::acceptOffer);
        until(() -> chosen.get() == 1);
        until(() -> clap().state().get() == ModelState.IN_USE);
        assertThat(model.rows().get(0).state().get()).isEqualTo(ModelState.SHELVED);
        assertThat(model.offer().get()).isNull();
    }

    @Test
    void aPausedDownloadGoesOnWhereItWas() throws Exception {
        service.stepMillis = 20;
        assertThat(model.choice(clap().cardNow()).precision()).as("recommended").isEqualTo("int8");
        interact(() -> model.get(clap(), "fp32"));
        until(() -> clap().fraction().get() > 0.05);
        assertThat(clap().state().get()).isEqualTo(ModelState.GETTING);

        interact(() -> model.pause(clap()));
        until(() -> clap().state().get() == ModelState.PAUSED);
        assertThat(clap().message().get()).isEqualTo("Paused. What was fetched is kept.");
        until(() -> clap().cardNow().fetchedBytes() > 0);
        service.stepMillis = 0;
        assertThat(model.choice(clap().cardNow()).precision()).isEqualTo("fp32");
        interact(() -> model.get(clap(), "fp32"));
        until(() -> clap().state().get() == ModelState.SHELVED);

        assertThat(service.told.get(0)).endsWith("from 0");
        assertThat(service.told.get(1)).doesNotEndWith("from 0");
        assertThat(service.told).noneMatch(said -> said.startsWith("discard"));
    }

    @Test
    void aCancelledDownloadLeavesNothingBehind() throws Exception {
        service.stepMillis = 20;
        interact(() -> model.get(clap(), "int8"));
        until(() -> clap().fraction().get() > 0.05);

        interact(() -> model.cancel(clap()));
        until(() -> service.told.contains("discard Xenova/clap-htsat-unfused"));

        until(() -> clap().state().get() == ModelState.AVAILABLE);
        assertThat(clap().message().get()).isEmpty();
    }

    @Test
    void aFailedDownloadSaysWhyAndCanBeResumed() throws Exception {
        service.failure = Optional.of("The server does not answer; try again later.");

        interact(() -> model.get(clap(), "int8"));
        until(() -> clap().state().get() == ModelState.PAUSED);

        assertThat(clap().message().get()).isEqualTo("The server does not answer; try again later.");
        assertThat(tasks.notice().get().isWarning()).isTrue();
        service.failure = Optional.empty();
        interact(() -> model.get(clap(), "int8"));
        until(() -> clap().state().get() == ModelState.SHELVED);
    }

    @Test
    void aDeclinedOfferChangesNothingAndCanBeMadeAgain() throws Exception {
        interact(() -> model.importFrom(Path.of("somewhere/clap")));
        until(() -> model.offer().get() != null);

        interact(model::declineOffer);
        assertThat(model.offer().get()).isNull();
        interact(() -> model.offerUse(clap()));
        until(() -> model.offer().get() != null);

        assertThat(service.told)
                .as("the speed is known from the first time")
                .containsOnlyOnce("measure " + MemoryModels.CLAP);
        assertThat(chosen).hasValue(0);
    }

    @Test
    void speedsAreMeasuredOnDemandAndRemembered() throws Exception {
        interact(() -> model.measure(model.rows().get(0)));
        until(() -> !model.rows().get(0).speed().get().isEmpty());

        assertThat(model.rows().get(0).speed().get()).isEqualTo("5.0 windows of 10 s a second (50 × real time)");
        assertThat(ModelSpeed.remembered(settings, MemoryModels.STARTER)).contains(new ModelSpeed(5, 10, 30, 60));
    }

    @Test
    void verifyingTellsWhatIsDamaged() throws Exception {
        service.damage = Optional.of("audio.onnx is damaged; get the model again.");
        interact(() -> model.verify(model.rows().get(0)));
        until(() -> model.rows().get(0).message().get().startsWith("audio.onnx"));

        service.damage = Optional.empty();
        interact(() -> model.verify(model.rows().get(0)));
        until(() -> model.rows().get(0).message().get().startsWith("Every file"));
    }

    @Test
    void aRemovedModelCanBeFetchedAgainAndIsNoLongerOffered() throws Exception {
        interact(() -> model.get(clap(), "int8"));
        until(() -> model.offer().get() != null);

        interact(() -> model.remove(clap()));
        until(() -> clap().state().get() == ModelState.AVAILABLE);

        assertThat(model.offer().get()).isNull();
        assertThat(tasks.notice().get().sentence()).isEqualTo("CLAP, unfused is removed; 163 MB are free.");
    }

    private ModelRow clap() {
        return model.rows().get(1);
    }

    private static void until(BooleanSupplier holds) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds::getAsBoolean)
                .get());
    }
}
