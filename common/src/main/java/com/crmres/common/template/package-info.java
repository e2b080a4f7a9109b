/// What crosses the wire about message templates, the only messages outside the service window.
@NullMarked
package com.crmres.common.template;

import org.jspecify.annotations.NullMarked;
