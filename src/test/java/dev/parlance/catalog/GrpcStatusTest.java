package dev.parlance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GrpcStatusTest {

    @ParameterizedTest
    @CsvSource({"400,INVALID_ARGUMENT,3", "401,UNAUTHENTICATED,16", "403,PERMISSION_DENIED,7", "404,NOT_FOUND,5", "408,DEADLINE_EXCEEDED,4",
        "409,ABORTED,10", "412,FAILED_PRECONDITION,9", "416,OUT_OF_RANGE,11", "418,RESOURCE_EXHAUSTED,8", "422,INVALID_ARGUMENT,3",
        "429,RESOURCE_EXHAUSTED,8", "451,FAILED_PRECONDITION,9", "499,CANCELLED,1", "500,INTERNAL,13", "501,UNIMPLEMENTED,12",
        "502,INTERNAL,13", "503,UNAVAILABLE,14", "504,DEADLINE_EXCEEDED,4", "200,OK,0", "302,UNKNOWN,2"})
    void derivesGrpcStatusFromHttpStatus(int httpStatus, GrpcStatus expected, int number) {
        assertThat(GrpcStatus.ofHttpStatus(httpStatus)).isEqualTo(expected);
        assertThat(expected.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"400,INVALID_ARGUMENT,true", "400,FAILED_PRECONDITION,true", "400,OUT_OF_RANGE,true", "400,NOT_FOUND,false",
        "400,INTERNAL,false", "404,NOT_FOUND,true", "404,FAILED_PRECONDITION,false", "409,ALREADY_EXISTS,true", "409,ABORTED,true",
        "408,DEADLINE_EXCEEDED,true", "408,UNAVAILABLE,false", "410,NOT_FOUND,true", "412,FAILED_PRECONDITION,true",
        "422,FAILED_PRECONDITION,true", "422,INTERNAL,false", "429,UNAVAILABLE,false", "500,DATA_LOSS,true", "500,UNKNOWN,true",
        "500,UNAVAILABLE,false", "502,UNAVAILABLE,true", "502,ABORTED,false", "200,OK,true", "204,OK,true", "200,ABORTED,false",
        "302,UNKNOWN,true", "302,OK,false"})
    void agreesWithHttpStatusOfSameMeaning(int httpStatus, GrpcStatus status, boolean agrees) {
        assertThat(status.agreesWith(httpStatus)).isEqualTo(agrees);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByCanonicalName(GrpcStatus status) {
        assertThat(Labelled.findByLabel(GrpcStatus.class, status.name())).contains(status);
        assertThat(Labelled.findByLabel(GrpcStatus.class, status.name().toLowerCase(Locale.ROOT))).isEmpty();
    }
}
