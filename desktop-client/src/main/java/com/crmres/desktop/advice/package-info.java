/// What the assistant tells staff of the open conversation: suggestion, handover, log, preferences.
@NullMarked
package com.crmres.desktop.advice;

import org.jspecify.annotations.NullMarked;
