package com.crmres.desktop.connection;

import com.crmres.common.assistant.AssistantCorrection;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.PreviewRequest;
import com.crmres.common.assistant.PreviewSample;
import com.crmres.common.assistant.PreviewTurn;
import com.crmres.common.assistant.UsageLine;
import com.crmres.common.wire.Page;
import org.jspecify.annotations.Nullable;

/// How a restaurant's assistant is set up and what it did. Each call blocks and throws
/// [ServerFailure].
public interface AssistantApi {

  AssistantSettings settings();

  /// Refused if somebody changed them since this version.
  AssistantSettings save(AssistantSettings changed);

  Page<PreviewTurn> preview(PreviewRequest request);

  /// Conversations to try a personality with.
  ///
  /// @param language `ar` or `en`
  Page<PreviewSample> samples(String language);

  /// The newest day first.
  Page<UsageLine> usage(int days);

  /// The newest first.
  ///
  /// @param after what the previous page named as next
  Page<AssistantCorrection> corrections(@Nullable String after);
}
